package dev.vesper.eventstore.api.eventlog;

import dev.vesper.eventstore.log.InvalidPush;
import dev.vesper.internal.InternalCaller;
import dev.vesper.proto.internal.v1.PushRequest;
import io.grpc.Status;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which aggregate types a service may write without a decider in between. The services of a benchmark or of the acceptance
 * tests may write all, where an operator lists them.
 */
final class OwnedTypes {
    private static final Map<String, Set<String>> OWNED = Map.of("notifier", Set.of("notification", "session_logout"));
    private static final Set<String> UNBOUND = Set.of("acceptance", "benchmark");

    /** Foreign data has names of its own, but none that would not fit into an answer. */
    private static final Pattern NAME = Pattern.compile("[\\p{Graph}&&\\p{ASCII}]{1,100}");

    private final Set<String> rawWriters;

    OwnedTypes(Set<String> rawWriters) {
        this.rawWriters = rawWriters;
    }

    /**
     * @throws InvalidPush when a type is no name
     * @throws io.grpc.StatusRuntimeException PERMISSION_DENIED
     */
    void check(InternalCaller caller, PushRequest request) {
        for (int i = 0; i < request.getAppendsCount(); i++) {
            String type = request.getAppends(i).getAggregate().getType();
            if (!NAME.matcher(type).matches()) {
                throw new InvalidPush("appends[" + i + "].aggregate.type", "must be the name of an aggregate type");
            }
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
