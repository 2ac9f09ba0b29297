package dev.vesper.simulation.platform;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Threads that a service starts become actors of its process. */
public final class Threads {
    private Threads() {}

    @InsteadOf(Thread.Builder.class)
    public static Thread unstarted(Thread.Builder builder, Runnable work) {
        Thread handle = builder.unstarted(work);
        known().put(handle, new Begun(work));
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
        Begun begun = known().get(handle);
        if (begun == null) {
            throw new IllegalStateException(handle + " was not made by this process");
        }
        return begun;
    }

    private static IdentityHashMap<Thread, Begun> known() {
        return Actor.current().host().part(Registry.class, Registry::new).threads();
    }

    /** The threads of one process. */
    private record Registry(IdentityHashMap<Thread, Begun> threads) {
        private Registry() {
            this(new IdentityHashMap<>());
        }
    }

    private static final class Begun {
        private final Runnable work;
        private @Nullable Actor actor;

        private Begun(Runnable work) {
            this.work = work;
        }
    }
}
