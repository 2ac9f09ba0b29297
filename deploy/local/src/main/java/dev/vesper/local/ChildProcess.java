package dev.vesper.local;

import dev.vesper.backing.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours with its log file. It ends with this JVM, even when the JVM is killed. */
final class ChildProcess {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    /** Ctrl-C and the end of the terminal reach the whole process group, but the launcher stops its children in order. */
    private static final String SHIELD = "trap '' INT HUP; exec \"$@\"";

    private final String name;
    private final Path log;
    private final Process process;
    private final Tether tether;
    private volatile boolean expectedToEnd;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.tether = Tether.tie(process.pid(), "TERM");
        var _ = process.onExit().thenRun(tether::close);
    }

    /** Starts it in the directory of its log, with exactly this environment. */
    static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        var shielded = new ArrayList<>(List.of("sh", "-c", SHIELD, name));
        shielded.addAll(command);
        var builder = new ProcessBuilder(shielded)
                .directory(log.resolveSibling(".").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    boolean isExpectedToEnd() {
        return expectedToEnd;
    }

    void onExit(Runnable reaction) {
        var _ = process.onExit().thenRun(reaction);
    }

    /** @return whether it ended within the limit */
    boolean awaitExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the end of " + name, e);
        }
    }

    /** Asks it to end, and ends it when it has not within the limit. */
    void stop(Duration limit) {
        expectedToEnd = true;
        process.destroy();
        if (!awaitExit(limit)) {
            kill();
        }
    }

    /** Ends it without a word (SIGKILL), and waits until it is gone. */
    void kill() {
        expectedToEnd = true;
        process.destroyForcibly();
        if (!awaitExit(KILL_LIMIT)) {
            throw new IllegalStateException(name + " (process " + pid() + ") survives SIGKILL");
        }
    }
}
