package dev.vesper.simulation.network;

import java.util.List;

/** Where a process' calls go. */
@FunctionalInterface
public interface Route {
    /**
     * @param method full name
     * @return what was answered, in order
     * @throws io.grpc.StatusRuntimeException when nothing was, or a refusal
     */
    List<Object> call(String method, Object request);
}
