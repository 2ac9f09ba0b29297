package dev.vesper.simulation.platform;

import dev.vesper.simulation.scheduling.Turn;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Nobody holds a lock while another has the turn, but for those who wait here, and they give it up. */
final class SimulatedCondition implements Condition {
    private final ReentrantLock lock;
    private long signals;

    SimulatedCondition(ReentrantLock lock) {
        this.lock = lock;
    }

    @Override
    public long awaitNanos(long nanos) {
        return pause(nanos);
    }

    @Override
    public void signal() {
        signals++;
    }

    @Override
    public void signalAll() {
        signals++;
    }

    @Override
    public void await() {
        pause(Turn.NEVER);
    }

    @Override
    public void awaitUninterruptibly() {
        pause(Turn.NEVER);
    }

    @Override
    public boolean await(long time, TimeUnit unit) {
        return pause(unit.toNanos(time)) > 0;
    }

    @Override
    public boolean awaitUntil(Date deadline) {
        return pause(Duration.between(Time.now(), deadline.toInstant()).toNanos()) > 0;
    }

    /** @return what is left of the time */
    private long pause(long nanos) {
        long before = signals;
        long start = Time.nanoTime();
        lock.unlock();
        try {
            Waits.await(() -> signals > before, nanos);
        } finally {
            lock.lock();
        }
        return nanos - (Time.nanoTime() - start);
    }
}
