package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.log.Partitions;
import dev.vesper.eventstore.olddata.MigrationState.Phase;
import dev.vesper.eventstore.relay.KillPoint;
import dev.vesper.eventstore.sql.SqlSource;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;

/** {@code migrate-old-data}: the command line. It starts nothing of the service, and needs the database alone. */
public final class OldDataCommand {
    public static final String NAME = "migrate-old-data";

    private static final int DONE = 0;
    private static final int DIFFERS = 1;
    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final int FAILED = 4;

    /** Kept, because the logging library forgets levels of loggers that nobody holds. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static final Set<List<String>> KNOWN = Set.of(
            List.of(),
            List.of("--verify"),
            List.of("--status"),
            List.of("--rollback"),
            List.of("--rollback", "--lose-new-events"));

    private static final String HELP = """
            Usage: %s [--status | --verify | --rollback [--lose-new-events]]

              copies eventstore.events into the log while its system goes on, verifies, and cuts over; run again after
              any interruption, it goes on where it stopped
              --status               how far it is
              --verify               compares again, also after the cut-over; changes nothing
              --rollback             gives the old table back; the log is empty then
              --lose-new-events      even those that Vesper wrote after the cut-over

            It reads vesper.postgres.url, vesper.kafka.partitions and vesper.old-data.* like the service.
            """.formatted(NAME);

    private final OldDataInput input;
    private final SqlSource source;
    private final KillPoint killPoint;
    private final PrintStream out;

    /** Tests put altered statements, and what they like at the named places. */
    OldDataCommand(OldDataInput input, SqlSource source, KillPoint killPoint, PrintStream out) {
        this.input = input;
        this.source = source;
        this.killPoint = killPoint;
        this.out = out;
    }

    /** @return the exit code: 0 done, 1 the data differ, 2 wrong words, 3 refused, 4 failed */
    public static int run(List<String> words, PrintStream out) {
        if (!KNOWN.contains(words)) {
            out.print(HELP);
            return USAGE;
        }
        FLYWAY.setLevel(Level.WARNING);
        try {
            OldDataInput input = OldDataInput.read();
            return new OldDataCommand(input, SqlSource.RESOURCES, KillPoint.halting(input.killAt()), out).run(words);
        } catch (OldDataRefused e) {
            out.println("Refused. " + e.getMessage());
            return REFUSED;
        }
    }

    int run(List<String> words) {
        try {
            perform(words);
            return DONE;
        } catch (OldDataDiffers e) {
            out.println("The log differs from the old table:\n  " + e.getMessage());
            return DIFFERS;
        } catch (OldDataRefused e) {
            out.println("Refused. " + e.getMessage());
            return REFUSED;
        } catch (SQLException | FlywayException e) {
            out.println("Failed: " + e.getMessage() + "\nRun it again; it goes on where it stopped");
            return FAILED;
        }
    }

    private void perform(List<String> words) throws SQLException {
        new LogSchema(input.database()).bringUpToDate();
        try (OldDataSession session = OldDataSession.open(input.database(), source)) {
            if (words.contains("--status")) {
                new Steps(session).status();
                return;
            }
            new Steps(session).run(words);
        }
    }

    private static void rest(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }

    /** The parts, put together around a session. */
    private final class Steps {
        private final OldDataSession session;
        private final OldDataSettings settings = input.settings();
        private final Progress progress = new Progress(out, System::nanoTime, settings.progressInterval());
        private final Partitions partitions = new Partitions(input.partitions());
        private final Verification verification;
        private final ShortLock lock;

        Steps(OldDataSession session) {
            this.session = session;
            this.verification = new Verification(session, partitions, settings, progress);
            this.lock = new ShortLock(session, settings, progress, OldDataCommand::rest, System::nanoTime);
        }

        void run(List<String> words) throws SQLException {
            takeTurn();
            if (words.contains("--rollback")) {
                new Rollback(session, lock, progress).run(words.contains("--lose-new-events"));
            } else if (words.contains("--verify")) {
                verify();
            } else {
                PageCopy pages = new PageCopy(session, partitions, settings);
                new Migration(session, settings, pages, verification, lock, progress, killPoint).run();
            }
        }

        /** The server may need a moment to notice that a process which was killed is gone. */
        private void takeTurn() throws SQLException {
            for (int attempt = 1; !session.holds("take_turn"); attempt++) {
                if (attempt >= settings.lockAttempts()) {
                    throw new OldDataRefused("Another migration is at work on this database");
                }
                rest(settings.lockPause());
            }
        }

        void status() throws SQLException {
            Optional<MigrationState> state = MigrationState.read(session);
            if (state.isEmpty()) {
                progress.say("The migration has not begun");
            } else {
                progress.say("%s: %d rows of about %d"
                        .formatted(
                                state.get().phase(),
                                state.get().rowsDone(),
                                state.get().rowsExpected()));
            }
        }

        private void verify() throws SQLException {
            Optional<MigrationState> state = MigrationState.read(session);
            if (state.isEmpty() || state.get().is(Phase.COPYING)) {
                throw new OldDataRefused("Not everything has been copied yet, so there is nothing to compare");
            }
            List<String> problems = verification.problems();
            if (!problems.isEmpty()) {
                throw new OldDataDiffers(problems);
            }
            progress.say("The log holds what the old table holds");
        }
    }
}
