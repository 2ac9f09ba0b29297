package dev.vesper.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** What the same cluster does when each event is simply inserted and committed by itself. */
record RawInserts(Cluster cluster, Pgbench pgbench) {
    private static final String DATABASE = "raw_inserts";

    static RawInserts install(Cluster cluster, Pgbench pgbench) throws SQLException {
        var own = cluster.create(DATABASE);
        own.execute(Resources.text("create_raw_events.sql"));
        return new RawInserts(own, pgbench);
    }

    Load run(int clients, Duration length, int run) throws IOException, InterruptedException {
        return pgbench.run(cluster, "raw_insert.pgbench", clients, length, run);
    }
}
