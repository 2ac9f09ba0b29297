package dev.vesper.simulation.platform;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Turn;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits that hand the turn to somebody else. Each is a place where others come in between, also where it need not wait. */
public final class Waits {
    private Waits() {}

    @InsteadOf(BlockingQueue.class)
    public static @Nullable Object poll(BlockingQueue<?> queue, long time, TimeUnit unit) {
        await(() -> !queue.isEmpty(), unit.toNanos(time));
        return queue.poll();
    }

    @InsteadOf(BlockingQueue.class)
    public static Object take(BlockingQueue<?> queue) {
        Object taken = null;
        while (taken == null) {
            await(() -> !queue.isEmpty(), Turn.NEVER);
            taken = queue.poll();
        }
        return taken;
    }

    @InsteadOf(CountDownLatch.class)
    public static boolean await(CountDownLatch latch, long time, TimeUnit unit) {
        return await(() -> latch.getCount() == 0, unit.toNanos(time));
    }

    @InsteadOf(Future.class)
    public static @Nullable Object get(Future<?> future, long time, TimeUnit unit)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (!await(future::isDone, unit.toNanos(time))) {
            throw new TimeoutException();
        }
        return future.get();
    }

    @InsteadOf(Future.class)
    public static @Nullable Object get(Future<?> future) throws ExecutionException, InterruptedException {
        await(future::isDone, Turn.NEVER);
        return future.get();
    }

    @InsteadOf(CompletableFuture.class)
    public static @Nullable Object join(CompletableFuture<?> future) {
        await(future::isDone, Turn.NEVER);
        return future.join();
    }

    @InsteadOf(LockSupport.class)
    public static void parkNanos(long nanos) {
        await(() -> false, nanos);
    }

    @InsteadOf(ReentrantLock.class)
    public static Condition newCondition(ReentrantLock lock) {
        return new SimulatedCondition(lock);
    }

    @InsteadOf(Uni.class)
    public static <T> UniAwait<T> await(Uni<T> uni) {
        return new SimulatedAwait<>(uni);
    }

    static boolean await(BooleanSupplier condition, long nanos) {
        Actor actor = Actor.current();
        long now = actor.host().scheduler().nanos();
        return actor.await(condition, nanos >= Turn.NEVER - now ? Turn.NEVER : now + Math.max(0, nanos));
    }

    public static boolean await(BooleanSupplier condition, Duration longest) {
        return await(condition, longest.toNanos());
    }
}
