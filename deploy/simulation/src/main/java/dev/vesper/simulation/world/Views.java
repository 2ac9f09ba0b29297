package dev.vesper.simulation.world;

import dev.vesper.projection.engine.Projection;

/** The views that run here. */
final class Views {
    static final Projection SESSIONS = made("dev.vesper.projection.read.sessions.SessionsProjection");

    private Views() {}

    /** As the container does: by name, for they are nobody else's business. */
    private static Projection made(String className) {
        try {
            var constructor = Class.forName(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Projection) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
