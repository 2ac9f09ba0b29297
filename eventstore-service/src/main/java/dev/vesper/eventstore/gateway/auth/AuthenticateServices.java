package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;

/** Lets nobody into the internal services without the internal credential, and names the calling service to those inside. */
@GlobalInterceptor
@Singleton
public final class AuthenticateServices implements ServerInterceptor, Prioritized {
    private static final int INSIDE_THE_ANSWER_TO_FAILURES = 900;

    private final InternalServerInterceptor interceptor;

    AuthenticateServices(EventstoreConfig config) {
        interceptor = new InternalServerInterceptor(
                new InternalCredentials(config.internal().credential()));
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return interceptor.interceptCall(call, headers, next);
    }

    @Override
    public int getPriority() {
        return INSIDE_THE_ANSWER_TO_FAILURES;
    }
}
