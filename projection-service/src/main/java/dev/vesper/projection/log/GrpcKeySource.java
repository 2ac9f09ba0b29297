package dev.vesper.projection.log;

import static java.util.stream.Collectors.toMap;

import dev.vesper.projection.engine.KeySource;
import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.proto.internal.v1.GetUserKeysRequest;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** The keys of people over gRPC. */
@Singleton
final class GrpcKeySource implements KeySource {
    private final EventstoreChannel eventstore;

    @Inject
    GrpcKeySource(EventstoreChannel eventstore) {
        this.eventstore = eventstore;
    }

    @Override
    public Map<String, byte[]> find(String instanceId, Set<String> userIds) {
        GetUserKeysRequest request = GetUserKeysRequest.newBuilder()
                .setInstanceId(instanceId)
                .addAllUserIds(userIds)
                .build();
        try {
            return eventstore.keys().getUserKeys(request).getKeysMap().entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, key -> key.getValue().toByteArray()));
        } catch (StatusRuntimeException e) {
            throw new LogUnavailable("eventstore-service gives no user keys: " + e.getStatus(), e);
        }
    }
}
