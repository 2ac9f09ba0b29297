package dev.vesper.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class Command {
    private static final long LIMIT_S = 400;
    private static final int KILLED = 137;

    private Command() {}

    /** @param output both streams, of which a failure shows what went wrong */
    record Result(int exitCode, String output) {}

    /** @param scratch where the output is kept */
    static Result run(Path in, Path scratch, List<String> words) throws IOException, InterruptedException {
        var output = Files.createTempFile(scratch, "command", ".log");
        var builder = new ProcessBuilder(words)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_OPTS");
        var process = builder.start();
        boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return new Result(ended ? process.exitValue() : KILLED, Files.readString(output));
    }
}
