package dev.vesper.eventstore.health;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Up once all that runs at the start has run: migrations, and the setup of the first instance. */
@Startup
@Readiness
@Singleton
final class FirstStart implements HealthCheck {
    private volatile boolean done;

    /** The port is open before the observers of the start have run. */
    void last(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        done = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Migrations and setup are done")
                .status(done)
                .build();
    }
}
