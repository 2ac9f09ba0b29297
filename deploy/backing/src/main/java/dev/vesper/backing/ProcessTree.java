package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with all its children: a server that forks one process per connection is only paused when they are. */
record ProcessTree(long pid) {
    /** Sends a signal such as {@code STOP}, {@code CONT} or {@code KILL}; Java itself can only end processes. */
    void signal(String name) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        all().forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signalling process " + pid, e);
        }
    }

    void awaitExit(Duration limit) {
        var exits = all().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exits)
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList();
    }
}
