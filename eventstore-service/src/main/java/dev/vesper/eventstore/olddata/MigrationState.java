package dev.vesper.eventstore.olddata;

import java.sql.SQLException;
import java.util.Optional;

/** How far the migration has come, as the database has it. */
record MigrationState(Phase phase, LastCopied last, long rowsDone, long rowsExpected) {
    /** @return empty when it has not begun */
    static Optional<MigrationState> read(OldDataSession session) throws SQLException {
        return session
                .list(
                        "read_state",
                        row -> new MigrationState(
                                Phase.of(row.getString("phase")),
                                new LastCopied(
                                        row.getLong("last_sequence"),
                                        row.getString("last_instance"),
                                        row.getString("last_type"),
                                        row.getString("last_id")),
                                row.getLong("rows_done"),
                                row.getLong("rows_expected")))
                .stream()
                .findFirst();
    }

    boolean is(Phase other) {
        return phase == other;
    }

    enum Phase {
        /** Along the old table, in the order of its sequence. */
        COPYING,
        /** What was noted meanwhile. */
        CATCHING_UP,
        CUT_OVER;

        static Phase of(String name) {
            return switch (name) {
                case "copying" -> COPYING;
                case "catching_up" -> CATCHING_UP;
                case "cut_over" -> CUT_OVER;
                default -> throw new IllegalArgumentException("unknown phase " + name);
            };
        }
    }

    /** A place in the order of copying. */
    record LastCopied(long sequence, String instanceId, String aggregateType, String aggregateId) {}
}
