package dev.vesper.eventstore.olddata;

import java.sql.SQLException;
import java.util.List;

/** What must hold before the first row is copied, and the triggers that miss none of those that come meanwhile. */
final class Beginning {
    private final OldDataSession session;
    private final OldDataSettings settings;
    private final ShortLock lock;
    private final Progress progress;

    Beginning(OldDataSession session, OldDataSettings settings, ShortLock lock, Progress progress) {
        this.session = session;
        this.settings = settings;
        this.lock = lock;
        this.progress = progress;
    }

    void run() throws SQLException {
        requireTable();
        requireColumns();
        requireEmptyLog();
        requireGoodRows();
        index();
        long rows = session.number("count_old_rows");
        session.run("create_view");
        progress.say("Asking the old table to note what is written meanwhile");
        lock.hold("lock_old_writers", ShortLock.Step.NOTHING, () -> {
            session.run("lock_log");
            requireEmptyLog();
            session.run("forget_base");
            session.run("create_note_trigger");
            session.run("create_keep_trigger");
            session.run("begin_state", rows);
        });
    }

    private void requireTable() throws SQLException {
        List<String> tables = session.texts("find_old_table");
        if (!tables.contains("events")) {
            throw new OldDataRefused(
                    "There is no table eventstore.events with a column event_sequence in this database");
        }
        if (tables.contains("events_old")) {
            throw new OldDataRefused(
                    "eventstore.events_old is there already, so the old table cannot get that name at the end;"
                            + " rename it or drop it");
        }
    }

    private void requireColumns() throws SQLException {
        List<String> missing = session.texts("list_missing_columns");
        if (!missing.isEmpty()) {
            throw new OldDataRefused("eventstore.events has no column " + String.join(", ", missing));
        }
    }

    private void requireEmptyLog() throws SQLException {
        if (session.holds("has_own_events")) {
            throw new OldDataRefused(
                    "The log holds events already. Old events can only be brought into an empty one, because"
                            + " everything new must stand behind them");
        }
    }

    private void requireGoodRows() throws SQLException {
        progress.say("Looking at every row once");
        List<String> refused = session.texts("list_refused_rows", settings.namedRows());
        if (!refused.isEmpty()) {
            throw new OldDataRefused("No log can hold these rows, the first %d of their kind:\n  %s"
                    .formatted(refused.size(), String.join("\n  ", refused)));
        }
    }

    private void index() throws SQLException {
        if (!session.holds("has_order_index")) {
            progress.say("Building an index on (event_sequence, instance_id), because the old table has none");
            session.run("drop_order_index");
            session.run("create_order_index");
        }
    }
}
