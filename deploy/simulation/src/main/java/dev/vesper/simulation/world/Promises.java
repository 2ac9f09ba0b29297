package dev.vesper.simulation.world;

import dev.vesper.simulation.scheduling.Violation;

/** Says what does not hold. */
final class Promises {
    private Promises() {}

    static void expect(boolean holds, String what, Object... about) {
        if (!holds) {
            throw new Violation(what.formatted(about));
        }
    }
}
