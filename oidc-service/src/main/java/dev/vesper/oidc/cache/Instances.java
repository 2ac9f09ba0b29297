package dev.vesper.oidc.cache;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.cache.TrustedCache.Known;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.proto.internal.v1.GetInstanceByHostQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesBlockingStub;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The instances by public host. */
@Singleton
public final class Instances {
    private final InstanceQueriesBlockingStub queries;
    private final TrustedCache<String> idsByHost;

    Instances(
            InstanceQueriesBlockingStub queries,
            Configuration configuration,
            Trust trust,
            Changes changes,
            MeterRegistry metrics) {
        this.queries = queries;
        Configuration.Cache limits = configuration.oidc().cache();
        this.idsByHost = new TrustedCache<>("instances", limits.clients(), limits.lifetime(), trust, changes, metrics);
    }

    /** @param host the name alone, without a port */
    public Optional<String> findIdByHost(String host) {
        return idsByHost.find(host).or(() -> ask(host));
    }

    private Optional<String> ask(String host) {
        OptionalLong epoch = idsByHost.epoch();
        GetInstanceByHostQuery query =
                GetInstanceByHostQuery.newBuilder().setHost(host).build();
        Optional<Instance> instance = Asked.find(() -> queries.getInstanceByHost(query));
        instance.ifPresent(found -> idsByHost.keep(
                host,
                found.getInstanceId(),
                new Known(found.getPosition(), List.of(Subjects.instance(found.getInstanceId()))),
                epoch));
        return instance.map(Instance::getInstanceId);
    }
}
