package dev.vesper.simulation.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A process: its threads, its clock, and whether it lives. */
public final class Host {
    private final String name;
    private final Scheduler scheduler;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Runnable> whenKilled = new ArrayList<>();
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private long clockOffsetNanos;
    private long pausedUntil;
    private boolean dead;

    public Host(String name, Scheduler scheduler) {
        this.name = name;
        this.scheduler = scheduler;
    }

    public String name() {
        return name;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public boolean isDead() {
        return dead;
    }

    public boolean isPaused() {
        return pausedUntil > scheduler.nanos();
    }

    long pausedUntil() {
        return pausedUntil;
    }

    /** Its wall clock, which may be wrong. */
    public Instant now() {
        return scheduler.now().plusNanos(clockOffsetNanos);
    }

    public void jumpClock(Duration by) {
        clockOffsetNanos += by.toNanos();
    }

    public void setClockRight() {
        clockOffsetNanos = 0;
    }

    /** Not one of its threads goes on before that, as under SIGSTOP. */
    public void pause(Duration duration) {
        pausedUntil = scheduler.nanos() + duration.toNanos();
    }

    /** A thread of this process. It begins when it is its turn. */
    public Actor start(String thread, Runnable work) {
        Actor actor = new Actor(this, thread, work);
        actors.add(actor);
        scheduler.add(actor);
        return actor;
    }

    /** Gives it something that its threads find by its type: a driver, a broker, a route. */
    public <T> void install(Class<T> type, T part) {
        parts.put(type, part);
    }

    /** @throws IllegalStateException when it was not given one */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException(name + " has no " + type.getSimpleName());
        }
        return type.cast(part);
    }

    /** The same, made when it is first asked for. */
    public <T> T part(Class<T> type, Supplier<T> make) {
        return type.cast(parts.computeIfAbsent(type, _ -> make.get()));
    }

    public void whenKilled(Runnable work) {
        whenKilled.add(work);
    }

    /** As SIGKILL: nothing of it is told, and its connections break. */
    public void kill() {
        dead = true;
        actors.forEach(Actor::unwind);
        whenKilled.forEach(Runnable::run);
    }
}
