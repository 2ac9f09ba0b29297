package dev.vesper.internal;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;

/** Lets calls to services of {@code vesper.internal.*} in only with the internal credential. Others pass untouched. */
public final class InternalServerInterceptor implements ServerInterceptor {
    private static final String INTERNAL = "vesper.internal.";

    private final InternalCredentials credentials;

    public InternalServerInterceptor(InternalCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!call.getMethodDescriptor().getFullMethodName().startsWith(INTERNAL)) {
            return next.startCall(call, headers);
        }
        try {
            InternalCaller caller = credentials.check(headers);
            return Contexts.interceptCall(
                    Context.current().withValue(InternalCaller.CURRENT, caller), call, headers, next);
        } catch (StatusRuntimeException refused) {
            call.close(refused.getStatus(), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }
}
