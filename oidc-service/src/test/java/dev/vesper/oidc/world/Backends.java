package dev.vesper.oidc.world;

import dev.vesper.backing.Backing;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the fakes on a port of their own, as the services behind are reached. Kafka is a real one. */
public final class Backends implements QuarkusTestResourceLifecycleManager {
    private static final String CREDENTIAL = "a credential for tests";

    private static final int PARTITIONS = 2;

    private final World world = new World();

    @Nullable
    private Server server;

    @Override
    public Map<String, String> start() {
        world.reset();
        FakeKeys keys = new FakeKeys(world);
        try {
            server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                    .intercept(new InternalServerInterceptor(new InternalCredentials(CREDENTIAL)))
                    .addService(new FakeSessionCommands(world))
                    .addService(new FakeAuthRequestCommands(world))
                    .addService(new FakeTokenCommands(world))
                    .addService(keys)
                    .addService(new FakeUserQueries(world))
                    .addService(new FakeProjectQueries(world))
                    .addService(new FakeSessionQueries(world))
                    .addService(new FakeInstanceQueries(world, keys.publicKey()))
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("vesper.kafka.bootstrap", Backing.bootstrapServers());
        settings.put("vesper.kafka.topic", Backing.topic(PARTITIONS));
        settings.put("vesper.kafka.partitions", Integer.toString(PARTITIONS));
        settings.put("vesper.internal.credential", CREDENTIAL);
        settings.put("vesper.eventstore.address", "127.0.0.1:" + server.getPort());
        settings.put("vesper.projection.address", "127.0.0.1:" + server.getPort());
        settings.put("vesper.oidc.external-urls", "https://id.example.com");
        settings.put("vesper.oidc.trusted-proxies", "127.0.0.1,::1");
        settings.put("vesper.oidc.session-management.enabled", "true");
        settings.put("vesper.oidc.end-session.status-interval", "50ms");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(World.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
