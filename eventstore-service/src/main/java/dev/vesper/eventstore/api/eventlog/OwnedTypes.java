package dev.vesper.eventstore.api.eventlog;

import dev.vesper.internal.InternalCaller;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.PushRequest;
import io.grpc.Status;
import java.util.Map;
import java.util.Set;

/**
 * Which aggregate types a service may write without a decider in between. The services of a benchmark or of the acceptance
 * tests may write all, where an operator lists them.
 */
final class OwnedTypes {
    private static final Map<String, Set<String>> OWNED = Map.of("notifier", Set.of("notification", "session_logout"));
    private static final Set<String> UNBOUND = Set.of("acceptance", "benchmark");

    private final Set<String> rawWriters;

    OwnedTypes(Set<String> rawWriters) {
        this.rawWriters = rawWriters;
    }

    /** @throws io.grpc.StatusRuntimeException PERMISSION_DENIED */
    void check(InternalCaller caller, PushRequest request) {
        for (AggregateAppend append : request.getAppendsList()) {
            String type = append.getAggregate().getType();
            if (!owns(caller.service(), type)) {
                throw Status.PERMISSION_DENIED
                        .withDescription(
                                "service %s does not own aggregate type '%s'".formatted(caller.service(), type))
                        .asRuntimeException();
            }
        }
    }

    private boolean owns(String service, String type) {
        return rawWriters.contains(service)
                && (UNBOUND.contains(service)
                        || OWNED.getOrDefault(service, Set.of()).contains(type));
    }
}
