package dev.vesper.oidc;

import dev.vesper.oidc.cache.Instances;
import dev.vesper.oidc.keys.ServiceKeys;
import dev.vesper.oidc.origin.Tenant;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready once the services behind have given keys and know the public hosts, and from then on: when they fail later, the
 * pods all answer 503 to what needs them, which is better than no pod at all. Kafka is not asked.
 */
@Readiness
@Startup
@Singleton
final class ServiceReady implements HealthCheck {
    private final ServiceKeys keys;
    private final Instances instances;
    private final List<URI> externalUrls;
    private volatile boolean ready;

    ServiceReady(ServiceKeys keys, Instances instances, Configuration configuration) {
        this.keys = keys;
        this.instances = instances;
        this.externalUrls = configuration.oidc().externalUrls().orElse(List.of());
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> missing = ready ? Optional.empty() : findMissing();
        ready = missing.isEmpty();
        return HealthCheckResponse.named("backends")
                .status(ready)
                .withData("missing", missing.orElse("nothing"))
                .build();
    }

    private Optional<String> findMissing() {
        try {
            var _ = keys.userAgentCookie();
            return externalUrls.stream()
                    .map(url -> Tenant.hostOf(url.toString()))
                    .filter(host -> instances.findIdByHost(host).isEmpty())
                    .map(host -> "an instance with the domain " + host)
                    .findFirst();
        } catch (StatusRuntimeException failure) {
            return Optional.of("a service behind: " + failure.getStatus().getCode());
        }
    }
}
