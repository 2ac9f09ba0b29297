package dev.vesper.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** emmett's event store on PostgreSQL, driven from Node, in a database of the same cluster. */
record Emmett(Cluster cluster, Path folder) {
    private static final String SCRIPT = "emmett_hot.mjs";
    private static final String DATABASE = "emmett";
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** @return empty, after a word about why, when it cannot be had */
    static Optional<Emmett> install(Cluster cluster, Path directory) throws InterruptedException, SQLException {
        try {
            var folder = new NpmPackages(directory)
                    .install(
                            DATABASE,
                            "@event-driven-io/emmett@0.42.0",
                            "@event-driven-io/emmett-postgresql@0.42.0",
                            "@event-driven-io/pongo@0.16.11");
            Resources.copy(SCRIPT, folder);
            return Optional.of(new Emmett(cluster.create(DATABASE), folder));
        } catch (IOException e) {
            System.out.println("Without emmett, so its figure has no yardstick: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Callers that each expect an exact version of one stream, and read it again on a conflict. */
    Load hot(int callers, Duration length, int run) throws IOException, InterruptedException {
        var said = new Command(folder, Map.of("PAYLOAD", Resources.text("payload.json")), length.plus(GRACE))
                .run(List.of(
                        "node",
                        SCRIPT,
                        cluster.url(),
                        Integer.toString(callers),
                        Long.toString(length.toMillis()),
                        Integer.toString(run)));
        var figures = new ObjectMapper().readTree(said.substring(said.indexOf('{')));
        return new Load(
                figures.get("perSecond").asDouble(),
                figures.get("p50Ms").asDouble(),
                figures.get("p99Ms").asDouble());
    }
}
