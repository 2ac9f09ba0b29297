package dev.vesper.projection.given;

import dev.vesper.backing.Backing;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** All that a started service needs around it: database, topic and an eventstore-service. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    public static final String CREDENTIAL = "a credential of this test";
    public static final int PARTITIONS = 3;

    private final Eventstore eventstore = new Eventstore(CREDENTIAL, new People());

    @Override
    public Map<String, String> start() {
        var database = Backing.database();
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
                Backing.topic(PARTITIONS),
                "vesper.eventstore.address",
                eventstore.address(),
                "vesper.internal.credential",
                CREDENTIAL,
                "vesper.projection.consistency-wait",
                "5s");
    }

    @Override
    public void stop() {
        eventstore.close();
    }
}
