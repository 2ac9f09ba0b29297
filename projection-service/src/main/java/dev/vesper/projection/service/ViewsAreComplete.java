package dev.vesper.projection.service;

import dev.vesper.projection.engine.CatchUpState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A new view has nothing to answer with until it has read the log once. A broker that is away later makes views late, not unready. */
@Readiness
@Singleton
class ViewsAreComplete implements HealthCheck {
    private static final String NAME = "views are complete";

    private final CatchUpState state;
    private volatile boolean complete;

    @Inject
    ViewsAreComplete(CatchUpState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        complete = complete || isComplete();
        return HealthCheckResponse.named(NAME).status(complete).build();
    }

    private boolean isComplete() {
        try {
            return state.isComplete();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
