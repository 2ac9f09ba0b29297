package dev.vesper.eventstore.relay;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Ends a pause early. Signals that nobody waits for are kept as one. */
final class Wakeup {
    private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);

    void signal() {
        // A full queue holds the signal already.
        boolean _ = signal.offer(true);
    }

    /** @return whether there was a signal before the pause was over */
    boolean await(Duration pause) throws InterruptedException {
        return signal.poll(pause.toNanos(), TimeUnit.NANOSECONDS) != null;
    }
}
