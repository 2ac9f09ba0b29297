package dev.vesper.simulation.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Checkpoints that move and are refused, a parked aggregate, and the rows of a session. */
final class ProjectionScript {
    private static final String ENGINE = "dev/vesper/projection/engine/";
    private static final String DATABASE = "dev/vesper/projection/database/";
    private static final String SESSIONS = "dev/vesper/projection/read/sessions/";
    private static final OffsetDateTime TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private ProjectionScript() {}

    static void play(Stage stage) {
        checkpoints(stage);
        parked(stage);
        sessions(stage);
    }

    private static void checkpoints(Stage stage) {
        stage.play("A", ENGINE + "create_checkpoint", "sessions", 1, 0);
        stage.play("A", ENGINE + "create_checkpoint", "sessions", 1, 0);
        stage.play("A", ENGINE + "load_checkpoints", "sessions", 1);
        advance(stage, "A", -1, 5, 7L);
        advance(stage, "A", -1, 6, 8L);
        stage.play("A", ENGINE + "end_catching_up", "sessions", 1, 0, 7L);
        advance(stage, "A", 5, 6, null);
        stage.play("A", ENGINE + "load_checkpoints", "sessions", 1);
        stage.play("A", ENGINE + "begin_catching_up", "sessions", 1, 0);
        stage.play("A", ENGINE + "load_checkpoints", "sessions", 1);
        stage.play("A", ENGINE + "load_start_positions", "projections.sessions1");
        stage.play("A", ENGINE + "load_skipped_events", "sessions", 1);
        stage.play(
                "A", ENGINE + "report_lags", "sessions", 1, new Integer[] {0}, new Long[] {5L}, new Long[] {1_000_000L
                });
        stage.play("A", ENGINE + "report_low_mark", "sessions", 1, "projections.sessions1");
        stage.play("A", DATABASE + "begin");
        advance(stage, "A", 6, 9, 9L);
        stage.play("A", DATABASE + "rollback");
        stage.play("A", DATABASE + "begin");
        stage.play("A", DATABASE + "set_savepoint");
        advance(stage, "A", 1, 9, 9L);
        stage.play("A", DATABASE + "return_to_savepoint");
        advance(stage, "A", 6, 10, 10L);
        stage.play("A", DATABASE + "commit");
        stage.play("A", ENGINE + "load_checkpoints", "sessions", 1);
    }

    private static void advance(Stage stage, String connection, long from, long to, @Nullable Long offset) {
        stage.play(
                connection, ENGINE + "advance_checkpoint", "sessions", 1, 0, from, from < 0 ? -1 : 0, to, 0, offset, 0);
    }

    private static void parked(Stage stage) {
        park(stage, 3);
        park(stage, 3);
        stage.play("A", ENGINE + "load_parked_aggregates", "sessions", 1);
        park(stage, 4);
        stage.play("A", ENGINE + "hold_event", "sessions", 1, "i1", "session", "s1", 8L, 0);
        stage.play("A", ENGINE + "load_parked_aggregates", "sessions", 1);
        stage.play(
                "A",
                ENGINE + "record_skip",
                "sessions",
                1,
                "projections.sessions1",
                "i1",
                "session",
                "s1",
                4L,
                "who",
                "why");
        stage.play("A", ENGINE + "load_skipped_events", "sessions", 1);
        stage.play("A", ENGINE + "release_aggregate", "sessions", 1, "projections.sessions1", "i1", "session", "s1");
        stage.play("A", ENGINE + "hold_event", "sessions", 1, "i1", "session", "s1", 8L, 0);
        stage.play("A", ENGINE + "load_parked_aggregates", "sessions", 1);
    }

    private static void park(Stage stage, long sequence) {
        stage.play(
                "A",
                ENGINE + "park_aggregate",
                "sessions",
                1,
                "projections.sessions1",
                "i1",
                "session",
                "s1",
                0,
                sequence,
                7L,
                0,
                TIME,
                TIME,
                "broken",
                "session.dreamt");
    }

    private static void sessions(Stage stage) {
        stage.play("A", SESSIONS + "add_session", "i1", "s1", TIME, 1L, 5L, "o1", "agent", null, null);
        stage.play("A", SESSIONS + "add_session", "i1", "s1", TIME, 1L, 5L, "o1", "agent", null, null);
        stage.play("A", SESSIONS + "set_user", "i1", "s1", TIME, 2L, 5L, "u1", "o1", TIME);
        stage.play("A", SESSIONS + "set_password_checked", "i1", "s1", TIME, 3L, 6L, TIME);
        stage.play("A", SESSIONS + "set_password_checked", "i1", "s9", TIME, 3L, 6L, TIME);
        stage.play("A", SESSIONS + "end_session", "i1", "s1", TIME, 4L, 7L, "user");
        stage.play("A", SESSIONS + "end_session", "i1", "s9", TIME, 4L, 7L, "user");
    }
}
