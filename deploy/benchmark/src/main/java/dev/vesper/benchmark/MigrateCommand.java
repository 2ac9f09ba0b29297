package dev.vesper.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code migrate-old-data} in a process of its own, as operators run it. */
final class MigrateCommand {
    private static final Pattern COPIED = Pattern.compile("\\(100\\.0 %\\), ([0-9,]+) rows/s");
    private static final Pattern LOCKED = Pattern.compile("locked for ([0-9]+) ms");

    private static final Path HOME = Path.of(System.getProperty("vesper.home", "."));

    private final String postgresUrl;

    MigrateCommand(String postgresUrl) {
        this.postgresUrl = postgresUrl;
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                HOME.resolve("eventstore-service/target/quarkus-app/quarkus-run.jar")
                        .toString(),
                "migrate-old-data"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VESPER_POSTGRES_URL", postgresUrl);
        long began = System.nanoTime();
        var process = builder.start();
        var said = new StringBuilder();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("  | " + line);
                said.append(line).append('\n');
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("migrate-old-data ended with " + process.exitValue());
        }
        return new Outcome((System.nanoTime() - began) / 1e9, said.toString());
    }

    /** @param seconds from start to end of the process */
    record Outcome(double seconds, String said) {
        double copiedPerSecond() {
            return number(COPIED);
        }

        double lockedMs() {
            return number(LOCKED);
        }

        private double number(Pattern pattern) {
            Matcher found = pattern.matcher(said);
            if (!found.find()) {
                throw new IllegalStateException("migrate-old-data did not say " + pattern);
            }
            return Double.parseDouble(found.group(1).replace(",", ""));
        }
    }
}
