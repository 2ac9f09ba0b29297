package dev.vesper.eventstore;

import dev.vesper.backing.Backing;
import dev.vesper.eventstore.gateway.FakeProjection;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What the whole service needs around it: a database and a broker that are real, and a projection-service that is not. */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    private final FakeProjection projection = new FakeProjection();

    @Override
    public Map<String, String> start() {
        var database = Backing.database();
        var settings = new HashMap<String, String>();
        settings.put(
                "vesper.postgres.url",
                "postgresql://%s:%s@%s:%d/%s"
                        .formatted(
                                database.user(),
                                database.password(),
                                database.host(),
                                database.port(),
                                database.name()));
        settings.put("vesper.kafka.bootstrap", Backing.bootstrapServers());
        settings.put("vesper.event-log.metrics-interval", "500ms");
        settings.put("vesper.keys.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("vesper.internal.credential", "only for this test");
        settings.put("vesper.projection.address", projection.start());
        settings.put("vesper.setup.data-dir", dataDirectory());
        settings.put("vesper.gateway.rate-limit.per-token", "0");
        settings.put("vesper.gateway.rate-limit.per-address", "0");
        settings.put("vesper.gateway.watch-interval", "50ms");
        settings.put("vesper.gateway.heartbeat", "200ms");
        settings.put("vesper.gateway.watchers", "3");
        return settings;
    }

    private static String dataDirectory() {
        try {
            var directory = Files.createTempDirectory("vesper-eventstore-test");
            directory.toFile().deleteOnExit();
            return directory.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        projection.stop();
    }
}
