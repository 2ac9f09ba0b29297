package dev.vesper.benchmark;

import java.sql.SQLException;

/** The table of the system before, full of what sign-ins leave there. */
final class OldTable {
    private final Cluster cluster;

    OldTable(Cluster cluster) {
        this.cluster = cluster;
    }

    void fill(long rows) throws SQLException {
        cluster.execute(Resources.text("create_old_table.sql"));
        try (var connection = cluster.connect();
                var fill = connection.prepareStatement(Resources.text("fill_old_table.sql"))) {
            fill.setLong(1, rows);
            fill.executeUpdate();
        }
        cluster.execute(Resources.text("settle_old_table.sql"));
        System.out.printf("  %,d old rows are there%n", rows);
    }

    /** The yardstick; its table is gone afterwards. */
    double secondsOfBareCopy() throws SQLException {
        cluster.execute(Resources.text("create_bare_table.sql"));
        long began = System.nanoTime();
        cluster.execute(Resources.text("copy_bare.sql"));
        double seconds = (System.nanoTime() - began) / 1e9;
        cluster.execute(Resources.text("drop_bare_table.sql"));
        return seconds;
    }
}
