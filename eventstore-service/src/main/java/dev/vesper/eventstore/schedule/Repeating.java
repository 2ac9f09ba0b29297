package dev.vesper.eventstore.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs a piece of work, waits, and runs it again, on a virtual thread of its own. A failure is logged and ends nothing. */
public final class Repeating implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Repeating.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Repeating(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** @param pause between the end of one run and the start of the next; the first run comes after it, too */
    public static Repeating start(String name, Duration pause, Runnable work) {
        Repeating repeating = new Repeating(name, pause, work);
        Thread.ofVirtual().name(name).start(repeating::run);
        return repeating;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                runOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s failed and is tried again in %d s: %s", name, pause.toSeconds(), e);
        }
    }
}
