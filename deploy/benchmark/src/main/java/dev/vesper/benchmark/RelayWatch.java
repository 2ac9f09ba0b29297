package dev.vesper.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/** How far the relay has come, as its cursor in the database says. */
record RelayWatch(Cluster cluster) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Waits until every event stands in the topic. */
    void awaitDrained() throws SQLException, InterruptedException {
        await("catch up", () -> cluster.number(Resources.text("is_unrelayed.sql")) == 0);
    }

    /** Waits until the cursor is not where it was. */
    void awaitMoved() throws SQLException, InterruptedException {
        long before = cursor();
        await("go on", () -> cursor() != before);
    }

    private long cursor() throws SQLException {
        return cluster.number(Resources.text("read_relay_position.sql"));
    }

    private static void await(String what, Condition condition) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The relay did not " + what + " within " + LONGEST);
            }
            Thread.sleep(PAUSE);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }
}
