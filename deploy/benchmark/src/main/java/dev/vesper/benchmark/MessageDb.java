package dev.vesper.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** message-db, an event store in PostgreSQL's own functions, in a database of the same cluster. */
record MessageDb(Cluster cluster, Pgbench pgbench) {
    private static final String PACKAGE = "@eventide/message-db";
    private static final String VERSION = "1.3.1";
    private static final String DATABASE = "message_store";
    private static final Duration LONGEST_INSTALL = Duration.ofMinutes(1);

    /** @return empty, after a word about why, when it cannot be had */
    static Optional<MessageDb> install(Cluster cluster, Pgbench pgbench, Path directory)
            throws InterruptedException, SQLException {
        try {
            var folder = new NpmPackages(directory).install("message-db", PACKAGE + "@" + VERSION);
            var own = cluster.create(DATABASE);
            var environment = new HashMap<>(own.environment());
            environment.put("DATABASE_NAME", DATABASE);
            environment.put("CREATE_DATABASE", "off");
            environment.put("PGOPTIONS", "-c client_min_messages=warning");
            new Command(folder, environment, LONGEST_INSTALL)
                    .run(List.of("bash", "node_modules/" + PACKAGE + "/database/install.sh"));
            return Optional.of(new MessageDb(own, pgbench));
        } catch (IOException e) {
            System.out.println("Without message-db, so its figures have no yardstick: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A stream and a category of its own for each client: what it does best. */
    Load many(int clients, Duration length, int run) throws IOException, InterruptedException {
        return pgbench.run(cluster, "message_db_many.pgbench", clients, length, run);
    }

    Load hot(int clients, Duration length, int run) throws IOException, InterruptedException {
        return pgbench.run(cluster, "message_db_hot.pgbench", clients, length, run);
    }
}
