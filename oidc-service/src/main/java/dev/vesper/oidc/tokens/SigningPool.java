package dev.vesper.oidc.tokens;

import dev.vesper.oidc.Configuration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform threads that sign: as many as there are processors, so that signing never starves the virtual threads. */
@Singleton
final class SigningPool {
    private final ThreadPoolExecutor threads;
    private final long timeoutNanos;

    SigningPool(Configuration configuration) {
        Configuration.Signing limits = configuration.oidc().signing();
        int count =
                limits.threads() > 0 ? limits.threads() : Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queue()),
                Thread.ofPlatform().daemon().name("signing-", 0).factory());
        this.timeoutNanos = limits.timeout().toNanos();
    }

    /** @throws RejectedExecutionException when too many wait already, or for too long */
    <T> T run(Callable<T> signing) {
        Future<T> signed = threads.submit(signing);
        try {
            return signed.get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a token could not be signed", failed.getCause());
        } catch (TimeoutException slow) {
            signed.cancel(false);
            throw new RejectedExecutionException("signing takes too long", slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("the service is stopping", stopping);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
