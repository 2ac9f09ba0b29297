package dev.vesper.simulation.platform;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that a service starts become actors of its process. */
public final class Threads {
    private static final Map<Thread, Begun> BEGUN = new WeakHashMap<>();

    private Threads() {}

    @InsteadOf(Thread.Builder.class)
    public static Thread unstarted(Thread.Builder builder, Runnable work) {
        Thread handle = builder.unstarted(work);
        synchronized (BEGUN) {
            BEGUN.put(handle, new Begun(work));
        }
        return handle;
    }

    @InsteadOf(Thread.Builder.class)
    public static Thread start(Thread.Builder builder, Runnable work) {
        Thread handle = unstarted(builder, work);
        start(handle);
        return handle;
    }

    @InsteadOf(Thread.class)
    public static void start(Thread handle) {
        begun(handle).actor = Actor.current().host().start(handle.getName(), begun(handle).work);
    }

    @InsteadOf(Thread.class)
    public static boolean join(Thread handle, Duration longest) {
        return Waits.await(() -> isOver(handle), longest);
    }

    @InsteadOf(Thread.class)
    public static void interrupt(Thread handle) {
        // Nobody here is stopped gently.
    }

    @InsteadOf(Thread.class)
    public static void sleep(Duration duration) {
        Waits.await(() -> false, duration);
    }

    @InsteadOf(Executors.class)
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return new SimulatedExecutor();
    }

    private static boolean isOver(Thread handle) {
        Actor actor = begun(handle).actor;
        return actor != null && actor.isOver();
    }

    private static Begun begun(Thread handle) {
        synchronized (BEGUN) {
            Begun begun = BEGUN.get(handle);
            if (begun == null) {
                throw new IllegalStateException(handle + " was not made by a simulated process");
            }
            return begun;
        }
    }

    private static final class Begun {
        private final Runnable work;
        private @org.jspecify.annotations.Nullable Actor actor;

        private Begun(Runnable work) {
            this.work = work;
        }
    }
}
