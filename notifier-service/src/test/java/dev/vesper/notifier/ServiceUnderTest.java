package dev.vesper.notifier;

import dev.vesper.backing.Backing;
import dev.vesper.backing.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A database and a topic for the service when it is started whole. The other services are not there, which it survives. */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Database database = Backing.database();
        return Map.of(
                "vesper.postgres.url",
                "postgresql://%s:%s@%s:%d/%s"
                        .formatted(
                                database.user(),
                                database.password(),
                                database.host(),
                                database.port(),
                                database.name()),
                "vesper.kafka.bootstrap",
                Backing.bootstrapServers(),
                "vesper.kafka.topic",
                Backing.topic(2),
                "vesper.internal.credential",
                "a credential of tests",
                "vesper.oidc.form-lifetime",
                "5m");
    }

    @Override
    public void stop() {
        // The test JVM stops what it started when it ends.
    }
}
