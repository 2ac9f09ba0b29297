package dev.vesper.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, a client like any other: its version need not be the server's. */
final class Pgbench {
    private static final String ADVICE =
            "pgbench is not on this machine, and all figures are compared with it; install it with: apt-get install postgresql-contrib";
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final int THREADS = 2;
    private static final int LATENCY_COLUMN = 2;

    private final Path binary;
    private final Path directory;

    private Pgbench(Path binary, Path directory) {
        this.binary = binary;
        this.directory = directory;
    }

    /**
     * @param directory for scripts and its logs
     * @throws IllegalStateException that says how to get it
     */
    static Pgbench find(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new Pgbench(
                candidates()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(ADVICE)),
                directory);
    }

    /** @param script a resource; it finds the number of this run in {@code :run} */
    Load run(Cluster cluster, String script, int clients, Duration length, int run)
            throws IOException, InterruptedException {
        Resources.copy(script, directory);
        clearLogs();
        var environment = new HashMap<>(cluster.environment());
        // message-db's functions name each other without their schema.
        environment.put("PGOPTIONS", "-c search_path=message_store,public");
        var said = new Command(directory, environment, length.plus(GRACE)).run(words(script, clients, length, run));
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench said no rate: " + said);
        }
        return Load.of(Double.parseDouble(rate.group(1)), times());
    }

    private List<String> words(String script, int clients, Duration length, int run) {
        return List.of(
                binary.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + THREADS,
                "--time=" + length.toSeconds(),
                "--define=run=" + run,
                "--define=n=0",
                "--log",
                "--log-prefix=times",
                "--file=" + script);
    }

    private LongStream times() throws IOException {
        var all = LongStream.builder();
        for (var log : logs()) {
            for (var line : Files.readAllLines(log)) {
                all.add(1000 * Long.parseLong(line.split(" ", -1)[LATENCY_COLUMN]));
            }
        }
        return all.build();
    }

    private void clearLogs() throws IOException {
        for (var log : logs()) {
            Files.delete(log);
        }
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("times."))
                    .toList();
        }
    }

    private static Stream<Path> candidates() throws IOException {
        List<Path> all = new ArrayList<>();
        for (var folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
            all.add(Path.of(folder).resolve("pgbench"));
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.forEach(version -> all.add(version.resolve("bin/pgbench")));
            }
        }
        return all.stream();
    }
}
