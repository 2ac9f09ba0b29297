package dev.vesper.oidc.clients;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.function.Supplier;

/** A question whose answer may be that there is nothing. */
public final class Asked {
    private Asked() {}

    /** @return empty for NOT_FOUND; every other failure is thrown on */
    public static <T> Optional<T> find(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
