package dev.vesper.simulation.world;

import dev.vesper.projection.engine.Projection;

/** The views that run here. */
final class Views {
    static final Projection SESSIONS = (Projection) Made.of("dev.vesper.projection.read.sessions.SessionsProjection");

    private Views() {}
}
