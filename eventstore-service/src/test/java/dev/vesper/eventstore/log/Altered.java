package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.sql.SqlSource;

/** The log's statements with a piece changed: gates that hold them at a certain place, and mutants that must be caught. */
public final class Altered {
    static final long GATE = 4711;

    private static final String AT_GATE = "pg_advisory_xact_lock_shared(" + GATE + ")::text";

    private Altered() {}

    /** Written, with its transaction id drawn, and not yet committed. */
    public static SqlSource gatedBeforeCommit(SqlSource sql) {
        return replace(sql, "log/commit", "COMMIT", "SELECT " + AT_GATE + "; COMMIT");
    }

    /** Decided, locks held, and no transaction id drawn yet. */
    public static SqlSource gatedBeforeWrite(SqlSource sql) {
        return replace(
                sql, "log/append_events", "AS created_at\n", "AS created_at FROM (SELECT " + AT_GATE + ") AS gate\n");
    }

    /** The answer to a commit is lost with its connection. */
    static SqlSource diesAfterCommit(SqlSource sql) {
        return replace(sql, "log/commit", "COMMIT", "COMMIT; SELECT pg_terminate_backend(pg_backend_pid())");
    }

    /** Every batch waits a little with its rows written, and every fifth then fails. */
    static SqlSource delayedAndRolledBackAtTimes(SqlSource sql) {
        return replace(
                sql,
                "log/remember_pushes",
                "FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS push",
                "FROM unnest($2::uuid[], $3::integer[], $4::integer[]) AS push"
                        + " WHERE pg_sleep(random() * 0.008)::text IS NOT NULL AND 1 / floor(random() * 5)::integer >= 0");
    }

    static SqlSource withoutHorizon(SqlSource sql) {
        return replace(sql, "log/read_global_order", "AND \"position\" < horizon.\"position\"", "");
    }

    static SqlSource locksAfterTransactionId(SqlSource sql) {
        String locks = "AS wanted (key, exclusive)";
        return replace(sql, "log/take_locks", locks, locks + " WHERE pg_current_xact_id() IS NOT NULL");
    }

    static SqlSource withoutSharedLocks(SqlSource sql) {
        return replace(
                sql, "log/take_locks", "AS wanted (key, exclusive)", "AS wanted (key, exclusive) WHERE exclusive");
    }

    static SqlSource withoutInTxOrder(SqlSource sql) {
        return replace(
                sql,
                "log/read_global_order",
                "(\"position\", in_tx_order) > ($1::bigint, $2::integer)",
                "\"position\" > $1::bigint AND $2::integer IS NOT NULL");
    }

    private static SqlSource replace(SqlSource sql, String name, String piece, String by) {
        assertThat(sql.text(name)).contains(piece);
        return asked -> asked.equals(name) ? sql.text(asked).replace(piece, by) : sql.text(asked);
    }
}
