package dev.vesper.eventstore.gateway.auth;

import com.google.protobuf.Message;
import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.auth.AdminMethod.Named;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.write.AdminCaller;
import jakarta.inject.Singleton;

/**
 * The borders between organisations. What a request names must belong to where the caller's roles reach; else it is not
 * found, as if it were not there. Lists are narrowed by who answers them, and looked through again by {@link AnswerBorder}.
 */
@Singleton
final class Borders {
    private final Owners owners;

    Borders(Owners owners) {
        this.owners = owners;
    }

    /** @return the caller as the handler is to see them: within the organisation that they act in */
    AdminCaller cross(AdminCaller caller, Reach reach, AdminMethod method, Message request) {
        if (!reach.everything()) {
            method.root().ifPresent(root -> check(caller, reach, root, request));
        }
        if (method.writes()) {
            method.besides().stream()
                    .filter(named -> !named.idIn(request).isEmpty())
                    .forEach(named -> check(caller, reach, named, request));
        }
        var within = method.organisation()
                .map(named -> named.idIn(request))
                .filter(id -> !id.isEmpty())
                .map(caller::within)
                .orElse(caller);
        if (method.writes() && method.root().isEmpty() && !reach.includesOrg(within.orgId())) {
            throw denied(method);
        }
        return within;
    }

    /** Somebody else's, and nobody's in this instance, look the same. */
    private void check(AdminCaller caller, Reach reach, Named named, Message request) {
        var owner = owners.of(caller.instanceId(), named.kind(), named.idIn(request));
        if (owner.filter(reach::includes).isEmpty()) {
            throw Failure.of(
                            Code.NOT_FOUND,
                            named.kind().name() + "_NOT_FOUND",
                            "There is no such " + named.kind().type() + ".")
                    .toException();
        }
    }

    static RuntimeException denied(AdminMethod method) {
        return Failure.of(
                        Code.PERMISSION_DENIED,
                        "PERMISSION_DENIED",
                        "This token may not do that: it needs " + method.permission() + " there.")
                .toException();
    }
}
