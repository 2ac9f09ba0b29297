package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.olddata.MigrationState.Phase;
import dev.vesper.eventstore.relay.KillPoint;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Copies, catches up, verifies and cuts over. Each step goes on where the last run stopped, however it stopped; the system
 * before writes on until the cut-over.
 */
final class Migration {
    static final String AFTER_BEGIN = "old-data.after-begin";
    static final String AFTER_PAGE = "old-data.after-page";
    static final String BEFORE_CUT_OVER = "old-data.before-cut-over";
    static final String WITHIN_CUT_OVER = "old-data.within-cut-over";
    static final String AFTER_CUT_OVER = "old-data.after-cut-over";

    private final OldDataSession session;
    private final OldDataSettings settings;
    private final PageCopy pages;
    private final Verification verification;
    private final ShortLock lock;
    private final Progress progress;
    private final KillPoint killPoint;

    Migration(
            OldDataSession session,
            OldDataSettings settings,
            PageCopy pages,
            Verification verification,
            ShortLock lock,
            Progress progress,
            KillPoint killPoint) {
        this.session = session;
        this.settings = settings;
        this.pages = pages;
        this.verification = verification;
        this.lock = lock;
        this.progress = progress;
        this.killPoint = killPoint;
    }

    void run() throws SQLException {
        Optional<MigrationState> known = MigrationState.read(session);
        if (known.isPresent() && known.get().is(Phase.CUT_OVER)) {
            progress.say("The old events have been migrated; there is nothing to do");
            return;
        }
        if (known.isEmpty()) {
            new Beginning(session, settings, lock, progress).run();
            killPoint.reached(AFTER_BEGIN);
        }
        pages.prepare();
        copy();
        catchUp();
        verify();
        cutOver();
    }

    private void copy() throws SQLException {
        MigrationState state = state();
        progress.begin(state.rowsDone());
        progress.say("Copying; %d rows are done".formatted(state.rowsDone()));
        while (state.is(Phase.COPYING)) {
            MigrationState now = state;
            session.inTransaction(() -> copyPage(now));
            state = state();
            progress.copied(state.rowsDone(), state.rowsExpected());
            killPoint.reached(AFTER_PAGE);
        }
        progress.copiedAll(state.rowsDone(), state.rowsExpected());
    }

    /** A page that is not full is the last one: whatever comes now is noted, and chasing it would have no end. */
    private int copyPage(MigrationState now) throws SQLException {
        int rows = pages.next(now.last());
        if (rows < settings.pageRows()) {
            session.run("begin_catching_up");
        }
        return rows;
    }

    /** Until so little is left that it can be done under the lock. */
    private void catchUp() throws SQLException {
        while (session.number("count_notes", settings.finalRows() + 1) > settings.finalRows()) {
            session.inTransaction(pages::noted);
            MigrationState state = state();
            progress.copied(state.rowsDone(), state.rowsExpected());
            killPoint.reached(AFTER_PAGE);
        }
    }

    private void verify() throws SQLException {
        progress.say("Verifying");
        List<String> problems = verification.problems();
        if (session.holds("has_own_events")) {
            problems.add("the log holds events that this migration did not bring");
        }
        if (!problems.isEmpty()) {
            problems.add("nothing was cut over; roll back and migrate again");
            throw new OldDataDiffers(problems);
        }
    }

    private void cutOver() throws SQLException {
        progress.say("Cutting over");
        killPoint.reached(BEFORE_CUT_OVER);
        lock.hold("lock_old_table", this::catchUp, () -> {
            while (session.number("count_notes", 1) > 0) {
                pages.noted();
            }
            session.run("set_base");
            session.run("drop_note_trigger");
            session.run("rename_to_old");
            session.run("end_state");
            killPoint.reached(WITHIN_CUT_OVER);
        });
        killPoint.reached(AFTER_CUT_OVER);
        progress.say("Cut over: the old table was locked for %d ms, and is eventstore.events_old now"
                .formatted(lock.held().toMillis()));
        progress.say("%d rows were migrated. Start Vesper; --verify compares once more".formatted(state().rowsDone()));
    }

    private MigrationState state() throws SQLException {
        return MigrationState.read(session)
                .orElseThrow(() -> new OldDataRefused("somebody rolled the migration back meanwhile"));
    }
}
