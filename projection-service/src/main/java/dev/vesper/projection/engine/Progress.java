package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** How far this pod's reader of one projection has come, for those who wait for it. */
final class Progress {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Map<Integer, Cursor> seen = new HashMap<>();

    void sawAll(Iterable<PartitionState> states) {
        lock.lock();
        try {
            states.forEach(state -> seen.put(state.partition(), state.seen()));
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Another consumer may go on from here. */
    void leave(int partition) {
        lock.lock();
        try {
            seen.remove(partition);
        } finally {
            lock.unlock();
        }
    }

    /** @return empty for a partition that this pod does not read */
    Optional<Cursor> seen(int partition) {
        lock.lock();
        try {
            return Optional.ofNullable(seen.get(partition));
        } finally {
            lock.unlock();
        }
    }

    /** By partition, of those that this pod reads. */
    Map<Integer, Cursor> all() {
        lock.lock();
        try {
            return Map.copyOf(seen);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until {@code enough} holds; ends after {@code limit} in any case. */
    void await(BooleanSupplier enough, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (!enough.getAsBoolean() && left > 0) {
                left = advanced.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
