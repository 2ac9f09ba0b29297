package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Ends a process when this JVM is gone, however it went. A shell reads from a pipe that only this JVM holds open; the kernel
 * closes it even when the JVM is killed, and then the shell signals the process.
 */
public final class Tether implements AutoCloseable {
    /** The terminal's Ctrl-C reaches the shell too, and must not cut the tether. */
    private static final String WATCH = "trap '' INT TERM HUP; while read -r _; do :; done;"
            + " kill -\"$2\" \"$1\" && sleep 20 && kill -KILL \"$1\"";

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    /** @param signal what to send, such as {@code TERM}; SIGKILL follows when the process does not heed it */
    public static Tether tie(long pid, String signal) {
        try {
            return new Tether(new ProcessBuilder("sh", "-c", WATCH, "tether", Long.toString(pid), signal)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
