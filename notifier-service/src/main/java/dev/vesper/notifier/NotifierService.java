package dev.vesper.notifier;

import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.config.ReferenceNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The notifier's life inside the process. */
@ApplicationScoped
class NotifierService {
    private static final Logger LOG = Logger.getLogger(NotifierService.class);

    private final Notifier notifier;

    NotifierService(NotifierConfig config, Vertx vertx, Pool pool, MeterRegistry registry, OpenTelemetry telemetry) {
        this.notifier =
                new Notifier(config, new Notifier.Platform(vertx, pool, registry, telemetry), surroundings(config));
    }

    List<String> stalled(Duration forLong) {
        return notifier.stalled(forLong);
    }

    void start(@Observes StartupEvent event) {
        ReferenceNames.notices(System.getenv()).forEach(LOG::info);
        notifier.start();
        // Not waited for: while all services start at the same time, it would take longer than it ever saves.
        Thread.ofVirtual().name("rehearsal").start(notifier::rehearse);
    }

    void stop(@Observes ShutdownEvent event) {
        notifier.close();
    }

    private static Surroundings surroundings(NotifierConfig config) {
        return new Surroundings(
                Clock.systemUTC(),
                new SecureRandom(),
                UUID::randomUUID,
                NotifierService::sleep,
                new KillPoint(config.test().killAt(), NotifierService::halt));
    }

    private static void halt() {
        Runtime.getRuntime().halt(137);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
