package dev.vesper.simulation.scheduling;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A thread of which only the scheduler lets one run at a time. It hands the turn back wherever it would wait. */
public final class Actor implements Turn {
    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private final Host host;
    private final String name;
    private final Thread thread;
    private final Runnable work;
    private BooleanSupplier condition = () -> true;
    private long deadline = NEVER;
    private boolean started;
    private volatile boolean running;
    private volatile boolean over;
    private volatile @Nullable Thread scheduler;

    Actor(Host host, String name, Runnable work) {
        this.host = host;
        this.name = host.name() + "/" + name;
        this.work = work;
        this.thread = Thread.ofVirtual().name(this.name).unstarted(this::live);
    }

    /** @throws IllegalStateException outside of a simulation */
    public static Actor current() {
        Actor actor = CURRENT.get();
        if (actor == null) {
            throw new IllegalStateException("this thread is not simulated");
        }
        return actor;
    }

    public Host host() {
        return host;
    }

    /**
     * Lets others go on until the condition holds.
     *
     * @return whether it holds; false when the deadline came first
     */
    public boolean await(BooleanSupplier until, long deadlineNanos) {
        if (host.isDead()) {
            throw new Crash();
        }
        condition = until;
        deadline = deadlineNanos;
        running = false;
        LockSupport.unpark(scheduler);
        parkUntilRunning();
        if (host.isDead()) {
            throw new Crash();
        }
        return until.getAsBoolean();
    }

    /** A point at which others may come in between. */
    public void step() {
        await(() -> true, NEVER);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isReady(long nowNanos) {
        return host.pausedUntil() <= nowNanos && (deadline <= nowNanos || condition.getAsBoolean());
    }

    @Override
    public long dueNanos() {
        boolean only = deadline == NEVER && !condition.getAsBoolean();
        return only ? NEVER : Math.max(host.pausedUntil(), condition.getAsBoolean() ? 0 : deadline);
    }

    @Override
    public void take() {
        scheduler = Thread.currentThread();
        running = true;
        if (started) {
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
        while (running) {
            LockSupport.park(this);
        }
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /** Its process is dead: everything that it does from here on throws, until it has left all its blocks. */
    void unwind() {
        if (started && !over) {
            take();
        }
        over = true;
    }

    private void live() {
        CURRENT.set(this);
        try {
            work.run();
        } catch (Crash _) {
            // That is how a killed thread ends.
        } catch (Throwable failure) {
            if (!host.isDead()) {
                host.scheduler().fail(new Violation(name + " died: " + failure, failure));
            }
        } finally {
            over = true;
            running = false;
            LockSupport.unpark(scheduler);
        }
    }

    private void parkUntilRunning() {
        while (!running) {
            LockSupport.park(this);
        }
    }
}
