package dev.vesper.eventstore.api;

import dev.vesper.internal.InternalCaller;
import io.grpc.Status;
import java.util.Set;

/** Lets in only the services that need an answer. */
final class Callers {
    private Callers() {}

    /** @throws io.grpc.StatusRuntimeException PERMISSION_DENIED for any other caller */
    static void only(Set<String> services) {
        InternalCaller caller = InternalCaller.CURRENT.get();
        if (caller == null || !services.contains(caller.service())) {
            throw Status.PERMISSION_DENIED
                    .withDescription("only for "
                            + String.join(", ", services.stream().sorted().toList()))
                    .asRuntimeException();
        }
    }
}
