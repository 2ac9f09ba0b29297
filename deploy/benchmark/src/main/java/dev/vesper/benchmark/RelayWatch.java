package dev.vesper.benchmark;

import java.sql.SQLException;
import java.time.Duration;

/** How far the relay has come, as its cursor in the database says. */
record RelayWatch(Cluster cluster) {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Waits until every event stands in the topic. */
    void awaitDrained() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (cluster.number(Resources.text("is_unrelayed.sql")) != 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The relay did not catch up within " + LONGEST);
            }
            Thread.sleep(PAUSE);
        }
    }
}
