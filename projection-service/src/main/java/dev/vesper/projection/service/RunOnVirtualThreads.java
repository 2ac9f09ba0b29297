package dev.vesper.projection.service;

import dev.vesper.internal.CallsOnVirtualThreads;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.grpc.runtime.Interceptors;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Takes every call of ours off the event loop before anything that may block. */
@GlobalInterceptor
@Singleton
class RunOnVirtualThreads implements ServerInterceptor, Prioritized {
    private final CallsOnVirtualThreads calls;

    RunOnVirtualThreads(@VirtualThreads ExecutorService executor) {
        calls = new CallsOnVirtualThreads(executor);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return calls.interceptCall(call, headers, next);
    }

    @Override
    public int getPriority() {
        return Interceptors.BLOCKING_HANDLER;
    }
}
