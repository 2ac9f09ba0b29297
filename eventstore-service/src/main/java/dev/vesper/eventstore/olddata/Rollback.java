package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.olddata.MigrationState.Phase;
import java.sql.SQLException;
import java.util.Optional;

/** Gives the old table back to the system before, as it was, and leaves an empty log. */
final class Rollback {
    private final OldDataSession session;
    private final ShortLock lock;
    private final Progress progress;

    Rollback(OldDataSession session, ShortLock lock, Progress progress) {
        this.session = session;
        this.lock = lock;
        this.progress = progress;
    }

    /** @param loseNewEvents whether events that Vesper has written since may be lost */
    void run(boolean loseNewEvents) throws SQLException {
        Optional<MigrationState> state = MigrationState.read(session);
        if (state.isEmpty()) {
            progress.say("There is no migration to roll back");
            return;
        }
        if (state.get().is(Phase.CUT_OVER)) {
            lock.hold("lock_renamed_table", ShortLock.Step.NOTHING, () -> {
                empty(loseNewEvents);
                session.run("rename_back");
                letGo();
            });
        } else {
            lock.hold("lock_old_table", ShortLock.Step.NOTHING, () -> {
                empty(loseNewEvents);
                letGo();
            });
        }
        session.run("drop_view");
        progress.say(
                "Rolled back: eventstore.events is as the system before knows it (locked for %d ms), and the log is empty"
                        .formatted(lock.held().toMillis()));
    }

    private void empty(boolean loseNewEvents) throws SQLException {
        session.run("lock_log");
        long own = session.number("count_own_events");
        if (own > 0 && !loseNewEvents) {
            throw new OldDataRefused(("%d events were written by Vesper since, and would be lost. Stop Vesper, and say"
                            + " --rollback --lose-new-events if that is meant")
                    .formatted(own));
        }
        session.run("forget_base");
        session.run("empty_log");
    }

    private void letGo() throws SQLException {
        session.run("drop_note_trigger");
        session.run("drop_keep_trigger");
        session.run("drop_order_index");
    }
}
