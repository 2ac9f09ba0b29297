package dev.vesper.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
record Command(Path directory, Map<String, String> environment, Duration limit) {
    /** @throws IOException with the end of what it said, when it fails or takes too long */
    String run(List<String> words) throws IOException, InterruptedException {
        var output = Files.createTempFile(directory, "command-", ".log");
        var builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            var said = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(String.join(" ", words) + (ended ? " failed: " : " took too long: ") + end(said));
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    private static String end(String said) {
        return said.strip().substring(Math.max(0, said.strip().length() - 600));
    }
}
