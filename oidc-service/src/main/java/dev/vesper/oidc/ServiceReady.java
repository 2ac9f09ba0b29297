package dev.vesper.oidc;

import dev.vesper.oidc.cache.Instances;
import dev.vesper.oidc.endsession.Rehearsal;
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
    private final Rehearsal rehearsal;
    private final List<URI> externalUrls;
    private volatile boolean ready;

    ServiceReady(ServiceKeys keys, Instances instances, Rehearsal rehearsal, Configuration configuration) {
        this.keys = keys;
        this.instances = instances;
        this.rehearsal = rehearsal;
        this.externalUrls = configuration.oidc().externalUrls().orElse(List.of());
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> missing = ready ? Optional.empty() : prepare();
        ready = missing.isEmpty();
        return HealthCheckResponse.named("backends")
                .status(ready)
                .withData("missing", missing.orElse("nothing"))
                .build();
    }

    /** @return what is missing */
    private Optional<String> prepare() {
        try {
            var _ = keys.userAgentCookie();
            for (var url : externalUrls) {
                var host = Tenant.hostOf(url.toString());
                var instanceId = instances.findIdByHost(host);
                if (instanceId.isEmpty()) {
                    return Optional.of("an instance with the domain " + host);
                }
                rehearsal.begin(instanceId.get(), url.toString());
            }
            return Optional.empty();
        } catch (StatusRuntimeException failure) {
            return Optional.of("a service behind: " + failure.getStatus().getCode());
        }
    }
}
