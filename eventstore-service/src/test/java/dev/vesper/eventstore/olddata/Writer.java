package dev.vesper.eventstore.olddata;

import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Pushes of the system before, one after the other, until its table is gone or the test ends. */
final class Writer implements AutoCloseable {
    private static final long LONGEST_PUSH_S = 30;
    private static final String TABLE_IS_GONE = "42P01";

    private final OldSystem system;
    private final Random random;
    private final AtomicLong committed = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<Void> work;

    Writer(OldSystem system, Random random) {
        this.system = system;
        this.random = random;
        this.work = CompletableFuture.runAsync(this::write, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** How many events it has committed so far. */
    long committed() {
        return committed.get();
    }

    @Override
    public void close() {
        ended.countDown();
        work.orTimeout(LONGEST_PUSH_S, TimeUnit.SECONDS).join();
    }

    private void write() {
        for (long n = 0; ended.getCount() > 0; n++) {
            try {
                push(n);
            } catch (SQLException e) {
                if (!TABLE_IS_GONE.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void push(long n) throws SQLException, InterruptedException {
        String instance = OldSystem.INSTANCES.get(random.nextInt(3));
        int events = 1 + random.nextInt(3);
        try (var push = system.open(instance, "w" + random.nextInt(40) + "-" + n / 20, events)) {
            boolean _ = ended.await(random.nextInt(12), TimeUnit.MILLISECONDS);
            if (random.nextInt(10) > 0) {
                push.commit();
                committed.addAndGet(events);
            }
        }
    }
}
