package dev.vesper.eventstore.crypto;

import dev.vesper.eventstore.crypto.Argon2id.Cost;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Hashes and checks passwords on a few platform threads of its own: the work is pure CPU and would starve everything
 * else on virtual threads. More than the queue holds is refused at once.
 */
public final class Passwords implements AutoCloseable {
    private final Cost cost;
    private final Duration timeout;
    private final RandomGenerator random;
    private final ExecutorService pool;
    private final String nobodysHash;

    public Passwords(PasswordSettings settings, RandomGenerator random) {
        this.cost = new Cost(settings.memoryKib(), settings.iterations(), settings.parallelism());
        this.timeout = settings.timeout();
        this.random = random;
        this.pool = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.queue()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        this.nobodysHash = Argon2id.hash("", cost, random);
    }

    /** @return a PHC string */
    public String hash(String password) {
        return run(() -> Argon2id.hash(password, cost, random));
    }

    /** What is no hash is nobody's: after a failover, a repair may have brought an event back without its secret. */
    public boolean verify(String password, String phc) {
        boolean isHash = Argon2id.isHash(phc);
        return run(() -> Argon2id.verify(password, isHash ? phc : nobodysHash)) && isHash;
    }

    /** The same work as {@link #verify} where there is nothing to compare with, so that time tells nothing. */
    public void verifyNobody(String password) {
        run(() -> Argon2id.verify(password, nobodysHash));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private <T> T run(Callable<T> work) {
        Future<T> result = submit(work);
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new HashingBusy("password hashing took longer than " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            throw new HashingBusy("interrupted while hashing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw new HashingBusy("too many password checks are waiting", e);
        }
    }
}
