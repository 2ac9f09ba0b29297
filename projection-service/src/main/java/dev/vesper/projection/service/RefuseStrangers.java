package dev.vesper.projection.service;

import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import dev.vesper.projection.config.ProjectionConfig;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Lets nobody in without the internal credential. */
@GlobalInterceptor
@Singleton
class RefuseStrangers implements ServerInterceptor {
    private final ServerInterceptor internal;

    @Inject
    RefuseStrangers(ProjectionConfig config) {
        this.internal = new InternalServerInterceptor(
                new InternalCredentials(config.internal().credential()));
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return internal.interceptCall(call, headers, next);
    }
}
