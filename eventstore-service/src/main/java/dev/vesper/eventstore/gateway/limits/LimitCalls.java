package dev.vesper.eventstore.gateway.limits;

import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.auth.AdminMethod;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/** Counts calls before anything is looked up for them. What comes in over REST was counted by its address there. */
@GlobalInterceptor
@Singleton
public final class LimitCalls implements AdminInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final RateLimits limits;

    LimitCalls(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (AdminMethod.isOne(call.getMethodDescriptor())) {
            if (call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress from
                    && from.getAddress() != null) {
                limits.takeOfAddress(from.getAddress().getHostAddress());
            }
            var authorization = headers.get(AUTHORIZATION);
            if (authorization != null) {
                limits.takeOfToken(authorization);
            }
        }
        return next.startCall(call, headers);
    }

    @Override
    public int getPriority() {
        return LIMITS;
    }
}
