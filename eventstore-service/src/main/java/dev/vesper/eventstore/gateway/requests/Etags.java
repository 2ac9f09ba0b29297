package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.auth.AdminMethod;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Etag;
import dev.vesper.eventstore.write.system.SystemDecider;
import java.util.List;

/** Which resource an etag is of: the one that the path names, else the caller's instance, or the system. */
final class Etags {
    private Etags() {}

    static Etag of(String text, AdminMethod method, Message request, AdminCaller caller) {
        var parts = method.partsIn(request);
        var aggregate = method.root()
                .map(root -> new AggregateId(caller.instanceId(), root.kind().type(), root.idIn(request)))
                .orElseGet(() -> whole(method, parts, caller));
        return new Etag(aggregate, method.root().isPresent() ? parts : List.of(), sequence(text));
    }

    private static AggregateId whole(AdminMethod method, List<String> parts, AdminCaller caller) {
        if (!method.isOfTheSystem()) {
            return new AggregateId(caller.instanceId(), "instance", caller.instanceId());
        }
        return parts.isEmpty()
                ? new AggregateId("", "system", SystemDecider.ID)
                : new AggregateId(parts.getFirst(), "instance", parts.getFirst());
    }

    private static long sequence(String text) {
        try {
            return Long.parseUnsignedLong(text.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw new InvalidRequest("etag", "must be a details.sequence that was read");
        }
    }
}
