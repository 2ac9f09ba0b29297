package dev.vesper.eventstore.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pushes that wait for a lane. Bounded: who does not fit is told to come back. */
final class LaneQueue {
    private static final long LONGEST_POLL_MS = 200;

    private final BlockingQueue<Waiting> line;

    LaneQueue(int capacity) {
        this.line = new ArrayBlockingQueue<>(capacity);
    }

    boolean offer(Waiting waiting) {
        return line.offer(waiting);
    }

    int size() {
        return line.size();
    }

    /**
     * Waits a moment for the first push, and takes along what else is in line.
     *
     * @return empty when nobody came
     */
    List<Waiting> take(int maxPushes, int maxEvents) throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = line.poll(LONGEST_POLL_MS, TimeUnit.MILLISECONDS);
        int events = 0;
        while (next != null) {
            if (next.take()) {
                batch.add(next);
                events += next.events();
            }
            next = batch.size() < maxPushes ? pollIfFits(maxEvents - events) : null;
        }
        return batch;
    }

    /** A queue of batches has one lane, so what is peeked at is what is polled; where several take, each takes one push. */
    private @Nullable Waiting pollIfFits(int events) {
        Waiting next = line.peek();
        return next == null || next.events() > events ? null : line.poll();
    }
}
