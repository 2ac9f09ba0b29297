package dev.vesper.oidc.clients;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A question whose answer may be that there is nothing. */
public final class Asked {
    private static final Set<Status.Code> NOTHING = Set.of(Status.Code.NOT_FOUND, Status.Code.INVALID_ARGUMENT);

    private Asked() {}

    /** @return empty for NOT_FOUND, and for an id that none can have; every other failure is thrown on */
    public static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (StatusRuntimeException failure) {
            if (NOTHING.contains(failure.getStatus().getCode())) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
