package dev.vesper.simulation.database;

import java.util.UUID;

/** Pushes that follow each other, wait for each other and are refused, and readers in between. */
final class LogScript {
    private static final String LOG = "sql/log/";
    private static final String[] NONE = {};

    private LogScript() {}

    static void play(Stage stage) {
        stage.play("A", LOG + "read_base");
        push(stage, "A", "s1", 1, new UUID(1, 1));
        push(stage, "A", "s1", 2, new UUID(1, 2));
        values(stage);
        facts(stage);
        locks(stage);
        fallingPosition(stage);
        horizon(stage);
        refusals(stage);
    }

    /** One event, its head, its push id and an end. */
    private static void push(Stage stage, String connection, String session, long sequence, UUID id) {
        begin(stage, connection);
        write(stage, connection, session, sequence, 0);
        stage.play(connection, LOG + "remember_pushes", 0L, new UUID[] {id}, new Integer[] {0}, new Integer[] {1});
        stage.play(connection, LOG + "mark_ends", 0L, texts("i1"), texts("session"), texts(session), texts("user"));
        stage.play(connection, LOG + "commit");
    }

    private static void begin(Stage stage, String connection) {
        stage.play(connection, LOG + "begin");
        stage.play(connection, LOG + "limit_lock_wait", "50");
        stage.play(connection, LOG + "take_locks", new Long[] {1L, 2L}, new Boolean[] {true, false});
    }

    private static void write(Stage stage, String connection, String session, long sequence, int order) {
        stage.play(
                connection,
                LOG + "append_events",
                0L,
                texts("i1"),
                texts("session"),
                texts(session),
                texts("session.added"),
                new Long[] {sequence},
                new Integer[] {1},
                texts("{\"a\":1}"),
                texts("me"),
                texts("o1"),
                new Integer[] {order},
                new Integer[] {2});
        head(stage, connection, session, sequence);
    }

    private static void head(Stage stage, String connection, String session, long sequence) {
        stage.play(
                connection,
                LOG + "move_heads",
                0L,
                texts("i1"),
                texts("session"),
                texts(session),
                new Long[] {sequence},
                texts("o1"));
    }

    private static void values(Stage stage) {
        stage.play(
                "A", LOG + "take_values", texts("i1", "i1"), texts("name", "name"), texts("a", "b"), texts("o1", ""));
        stage.play("A", LOG + "read_taken_values", texts("i1", "i1"), texts("name", "name"), texts("a", "c"));
        stage.play("A", LOG + "free_values", texts("i1", "i1"), texts("name", "name"), texts("a", "c"));
        stage.play("A", LOG + "take_values", texts("i1"), texts("name"), texts("b"), texts(""));
    }

    private static void facts(Stage stage) {
        stage.play("A", LOG + "read_heads", texts("i1", "i1"), texts("session", "session"), texts("s1", "s9"));
        stage.play("A", LOG + "read_ends", texts("i1", "i1"), texts("session", "session"), texts("s1", "s9"));
        stage.play("A", LOG + "read_answers", (Object) new UUID[] {new UUID(1, 2), new UUID(1, 2), new UUID(9, 9)});
        stage.play("A", LOG + "read_aggregate", "i1", "session", "s1", 2L, 10);
        stage.play("A", LOG + "read_aggregate", "i1", "session", "s1", 0L, 1);
    }

    /** Shared locks go together, an exclusive one does not, and who waits too long is refused and must roll back. */
    private static void locks(Stage stage) {
        begin(stage, "A");
        stage.play("B", LOG + "begin");
        stage.play("B", LOG + "limit_lock_wait", "50");
        stage.play("B", LOG + "take_locks", new Long[] {2L}, new Boolean[] {false});
        stage.play("B", LOG + "take_locks", new Long[] {1L}, new Boolean[] {false});
        stage.play("B", LOG + "read_base");
        stage.play("B", LOG + "rollback");
        stage.play("A", LOG + "rollback");
        begin(stage, "B");
        stage.play("B", LOG + "rollback");
    }

    /** A head refuses a transaction that drew its id before another's, and writes after it. */
    private static void fallingPosition(Stage stage) {
        stage.play("A", LOG + "begin");
        write(stage, "A", "s3", 1, 0);
        push(stage, "B", "s4", 1, new UUID(1, 4));
        head(stage, "A", "s4", 2);
        stage.play("A", LOG + "commit");
        stage.play("A", LOG + "read_heads", texts("i1"), texts("session"), texts("s3"));
    }

    /** A reader stays below what is open, and pages within a transaction. */
    private static void horizon(Stage stage) {
        stage.play("A", LOG + "begin");
        write(stage, "A", "s5", 1, 0);
        write(stage, "A", "s6", 1, 1);
        push(stage, "B", "s7", 1, new UUID(1, 7));
        read(stage, -1L, -1, 10);
        stage.play("A", LOG + "commit");
        read(stage, -1L, -1, 10);
        read(stage, -1L, -1, 4);
        stage.play("C", LOG + "read_global_order", -1L, -1, new Integer[] {0}, 3, Long.MAX_VALUE, 0);
    }

    private static void read(Stage stage, long position, int order, int limit) {
        Integer[] partitions = {0, 2};
        stage.play("C", LOG + "read_global_order", position, order, partitions, limit, Long.MAX_VALUE, 0);
        stage.play("C", LOG + "read_horizon");
        stage.play(
                "C",
                LOG + "read_order_forward",
                position,
                order,
                1_000_000_000L,
                -1,
                limit,
                limit,
                "",
                texts("session"),
                null,
                null,
                "",
                "",
                null,
                null,
                null);
        stage.play("C", "sql/relay/holds_event", 5L, 0);
    }

    private static void refusals(Stage stage) {
        stage.play("A", LOG + "begin");
        write(stage, "A", "s1", 2, 0);
        stage.play("A", LOG + "read_base");
        stage.play("A", LOG + "commit");
        head(stage, "A", "s1", 2);
        stage.play("A", LOG + "remember_pushes", 0L, new UUID[] {new UUID(1, 1)}, new Integer[] {0}, new Integer[] {1});
        stage.play("A", LOG + "take_locks", new Long[] {}, new Boolean[] {});
        stage.play("A", LOG + "read_ends", NONE, NONE, NONE);
    }

    private static String[] texts(String... texts) {
        return texts;
    }
}
