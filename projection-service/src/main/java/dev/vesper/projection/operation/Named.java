package dev.vesper.projection.operation;

import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.engine.Engine;
import dev.vesper.projection.engine.Projection;

/** Projections as callers name them. */
public final class Named {
    private final Engine engine;

    public Named(Engine engine) {
        this.engine = engine;
    }

    /** @throws io.grpc.StatusRuntimeException NOT_FOUND when there is no such projection */
    Projection find(String name) {
        return engine.projection(name)
                .orElseThrow(() -> Refusals.notFound("PROJECTION_NOT_FOUND", "no projection is called '" + name + "'"));
    }

    Iterable<Projection> all() {
        return engine.projections();
    }
}
