package dev.vesper.notifier;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Probes are answered while the start is still under way. */
@Readiness
@ApplicationScoped
class StartIsOver implements HealthCheck {
    private final NotifierService notifier;

    StartIsOver(NotifierService notifier) {
        this.notifier = notifier;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start is over")
                .status(notifier.isReady())
                .build();
    }
}
