package dev.vesper.oidc.cache;

import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesBlockingStub;
import dev.vesper.proto.internal.v1.QueryContext;
import jakarta.inject.Singleton;

/** The feature switches of an instance. They are asked for each time, so that a switch counts at once. */
@Singleton
public final class Features {
    private final InstanceQueriesBlockingStub queries;

    Features(InstanceQueriesBlockingStub queries) {
        this.queries = queries;
    }

    public boolean hasBackChannelLogout(String instanceId) {
        return ask(instanceId).getBackChannelLogout().getEnabled();
    }

    /** Off: {@code end_session} ends every session of the browser. */
    public boolean hasSingleSessionTermination(String instanceId) {
        return ask(instanceId).getSingleSessionTermination().getEnabled();
    }

    private GetFeaturesResponse ask(String instanceId) {
        return queries.getInstanceFeatures(GetInstanceFeaturesQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .build());
    }
}
