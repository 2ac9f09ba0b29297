package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells a loop that there may be something to do: now, or at a time that is known already. */
public final class Wakeups {
    /** Beyond this, the fallback interval finds what is due. */
    private static final int MOST_TIMES = 10_000;

    private final Surroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Instant> times = new PriorityQueue<>();
    private boolean called;

    public Wakeups(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public void now() {
        lock.lock();
        try {
            called = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void at(Instant time) {
        lock.lock();
        try {
            if (times.size() < MOST_TIMES) {
                times.add(time);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns at the next call or known time.
     *
     * @param longest the fallback
     * @return false when the fallback ended the wait
     */
    public boolean await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanosLeft = longest.toNanos();
            while (!takeCall()) {
                if (nanosLeft <= 0) {
                    return false;
                }
                long nanos = Math.min(nanosLeft, nanosToNextTime());
                nanosLeft -= nanos - Math.max(0, changed.awaitNanos(nanos));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean takeCall() {
        Instant now = surroundings.now();
        Instant next = times.peek();
        boolean due = called || (next != null && !next.isAfter(now));
        while (next != null && !next.isAfter(now)) {
            times.poll();
            next = times.peek();
        }
        called = false;
        return due;
    }

    private long nanosToNextTime() {
        Instant next = times.peek();
        return next == null
                ? Long.MAX_VALUE
                : Math.max(
                        TimeUnit.MILLISECONDS.toNanos(1),
                        Duration.between(surroundings.now(), next).toNanos());
    }
}
