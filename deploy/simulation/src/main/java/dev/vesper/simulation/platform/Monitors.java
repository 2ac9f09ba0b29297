package dev.vesper.simulation.platform;

import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Turn;
import java.util.IdentityHashMap;

/** {@code synchronized} blocks, inside of which a thread may well hand the turn to another that wants the same monitor. */
public final class Monitors {
    private final IdentityHashMap<Object, Held> held = new IdentityHashMap<>();

    private Monitors() {}

    public static void enter(Object monitor) {
        Actor actor = Actor.current();
        Monitors monitors = of(actor);
        while (!monitors.take(monitor, actor)) {
            actor.await(() -> !monitors.held.containsKey(monitor), Turn.NEVER);
        }
    }

    public static void exit(Object monitor) {
        IdentityHashMap<Object, Held> all = of(Actor.current()).held;
        Held left = all.get(monitor);
        if (left != null && --left.depth == 0) {
            all.remove(monitor);
        }
    }

    private static Monitors of(Actor actor) {
        return actor.host().part(Monitors.class, Monitors::new);
    }

    private boolean take(Object monitor, Actor actor) {
        Held by = held.computeIfAbsent(monitor, _ -> new Held(actor));
        if (by.owner == actor) {
            by.depth++;
        }
        return by.owner == actor;
    }

    private static final class Held {
        private final Actor owner;
        private int depth;

        private Held(Actor owner) {
            this.owner = owner;
        }
    }
}
