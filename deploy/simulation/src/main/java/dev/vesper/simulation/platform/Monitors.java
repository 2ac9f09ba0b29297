package dev.vesper.simulation.platform;

import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Turn;
import java.util.IdentityHashMap;
import java.util.Map;

/** {@code synchronized} blocks, inside of which a thread may well hand the turn to another that wants the same monitor. */
public final class Monitors {
    private static final Map<Object, Held> HELD = new IdentityHashMap<>();

    private Monitors() {}

    public static void enter(Object monitor) {
        Actor actor = Actor.current();
        while (!take(monitor, actor)) {
            actor.await(() -> isFree(monitor), Turn.NEVER);
        }
    }

    public static void exit(Object monitor) {
        synchronized (HELD) {
            Held held = HELD.get(monitor);
            if (held != null && --held.depth == 0) {
                HELD.remove(monitor);
            }
        }
    }

    private static boolean isFree(Object monitor) {
        synchronized (HELD) {
            return !HELD.containsKey(monitor);
        }
    }

    private static boolean take(Object monitor, Actor actor) {
        synchronized (HELD) {
            Held held = HELD.computeIfAbsent(monitor, _ -> new Held(actor));
            if (held.by != actor) {
                return false;
            }
            held.depth++;
            return true;
        }
    }

    private static final class Held {
        private final Actor by;
        private int depth;

        private Held(Actor by) {
            this.by = by;
        }
    }
}
