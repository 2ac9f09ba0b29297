package dev.vesper.eventstore.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A push in line: its caller waits, and a lane takes it, unless the caller's patience ends first. */
final class Waiting {
    private enum State {
        IN_LINE,
        TAKEN,
        ABANDONED
    }

    private final Push push;
    private final String traceparent;
    private final long deadlineNanos;
    private final AtomicReference<State> state = new AtomicReference<>(State.IN_LINE);
    private final CompletableFuture<PushOutcome> answer = new CompletableFuture<>();

    Waiting(Push push, Duration patience, String traceparent) {
        this.push = push;
        this.traceparent = traceparent;
        this.deadlineNanos = System.nanoTime() + patience.toNanos();
    }

    Push push() {
        return push;
    }

    String traceparent() {
        return traceparent;
    }

    int events() {
        return push.appends().stream()
                .mapToInt(append -> append.events().size())
                .sum();
    }

    /** @return false when the caller has gone or is about to go, and nothing must be written any more */
    boolean take() {
        return !isLate() && state.compareAndSet(State.IN_LINE, State.TAKEN);
    }

    /** Only where it is certain that nothing was written. */
    void putBack() {
        state.set(State.IN_LINE);
    }

    boolean isLate() {
        return remainingNanos() <= 0;
    }

    void complete(PushOutcome outcome) {
        answer.complete(outcome);
    }

    void fail(LogException failure) {
        answer.completeExceptionally(failure);
    }

    /** @param grace for an answer of the database, once a lane has taken the push */
    PushOutcome await(Duration grace) {
        try {
            return answer.get(Math.max(0, remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (state.compareAndSet(State.IN_LINE, State.ABANDONED)) {
                throw new PushExpired();
            }
            return awaitTaken(grace);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private PushOutcome awaitTaken(Duration grace) {
        try {
            return answer.get(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LogUnavailable("the database did not answer in time", e);
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }

    private static LogException failure(ExecutionException e) {
        return e.getCause() instanceof LogException known ? known : new LogUnavailable("push failed", e.getCause());
    }

    private static LogException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LogUnavailable("interrupted while waiting for the push", e);
    }
}
