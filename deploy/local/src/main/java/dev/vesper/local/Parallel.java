package dev.vesper.local;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does something that mostly waits for each of several things at once. */
final class Parallel {
    private Parallel() {}

    /** Returns when all are done, with the first failure if there was one. */
    static <T> void each(Collection<T> things, Consumer<T> action) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = things.stream()
                    .map(thing -> CompletableFuture.runAsync(() -> action.accept(thing), threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
