package dev.vesper.eventstore.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Pushes that wait for a lane. Bounded: who does not fit is told to come back. */
final class LaneQueue {
    private static final long LONGEST_POLL_MS = 200;

    /** Who calls alone, or with a few others, waits for nobody. */
    private static final int MANY = 4;

    private final BlockingQueue<Waiting> line;
    private final long patienceNanos;
    private int usual;

    /** @param patience for callers who were just answered to come back */
    LaneQueue(int capacity, Duration patience) {
        this.line = new ArrayBlockingQueue<>(capacity);
        this.patienceNanos = patience.toNanos();
    }

    boolean offer(Waiting waiting) {
        return line.offer(waiting);
    }

    int size() {
        return line.size();
    }

    /**
     * Waits a moment for the first push, and takes along what else is in line. Where batches have been large, it gives those
     * who are about to come the time to come along.
     *
     * @return empty when nobody came
     */
    List<Waiting> take(int maxPushes, int maxEvents) throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = line.poll(LONGEST_POLL_MS, TimeUnit.MILLISECONDS);
        if (next != null && maxPushes > 1 && usual >= MANY && line.size() + 1 < usual) {
            LockSupport.parkNanos(patienceNanos);
        }
        int events = 0;
        while (next != null) {
            if (next.take()) {
                batch.add(next);
                events += next.events();
            }
            next = batch.size() < maxPushes ? pollIfFits(maxEvents - events) : null;
        }
        // Falls slowly when fewer come, and rises at once.
        usual = Math.max(batch.size(), usual * 7 / 8);
        return batch;
    }

    /** A queue of batches has one lane, so what is peeked at is what is polled; where several take, each takes one push. */
    private @Nullable Waiting pollIfFits(int events) {
        Waiting next = line.peek();
        return next == null || next.events() > events ? null : line.poll();
    }
}
