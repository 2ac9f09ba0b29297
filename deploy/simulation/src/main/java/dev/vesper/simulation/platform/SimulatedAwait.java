package dev.vesper.simulation.platform;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Subscribes, and lets others go on until the answer is there. */
final class SimulatedAwait<T> extends UniAwait<T> {
    private final Uni<T> uni;

    SimulatedAwait(Uni<T> uni) {
        super(uni, Context.empty());
        this.uni = uni;
    }

    @Override
    @SuppressWarnings("NullAway") // An answer may be null, which mutiny does not say.
    public @Nullable T atMost(Duration longest) {
        CompletableFuture<T> answer = uni.subscribeAsCompletionStage();
        if (!Waits.await(answer::isDone, longest)) {
            answer.cancel(true);
            throw new TimeoutException();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
