package dev.vesper.notifier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when a loop no longer goes round. A broker, a database or a log that is down does not stop the loops. */
@Liveness
@ApplicationScoped
class LoopsAlive implements HealthCheck {
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final NotifierService notifier;

    LoopsAlive(NotifierService notifier) {
        this.notifier = notifier;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> stalled = notifier.stalled(LONGEST_ROUND);
        return HealthCheckResponse.named("loops")
                .status(stalled.isEmpty())
                .withData("stalled", String.join(", ", stalled))
                .build();
    }
}
