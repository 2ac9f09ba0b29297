package dev.vesper.eventstore.gateway.auth;

import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.errors.Failure;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;

/** Lets nobody into the admin and system services without a good token, and names the caller to those inside. */
@GlobalInterceptor
@Singleton
public final class AuthenticateAdmins implements ServerInterceptor, Prioritized {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final int INSIDE_THE_ANSWER_TO_FAILURES = 900;

    private final Authentication authentication;
    private final Permissions permissions;

    AuthenticateAdmins(Authentication authentication, Permissions permissions) {
        this.authentication = authentication;
        this.permissions = permissions;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!permissions.guards(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        var caller = authentication.require(headers.get(AUTHORIZATION));
        if (!permissions.allows(caller, call.getMethodDescriptor())) {
            throw Failure.of(Code.PERMISSION_DENIED, "PERMISSION_DENIED", "This token may not do that.")
                    .toException();
        }
        return Contexts.interceptCall(Context.current().withValue(CurrentAdmin.KEY, caller), call, headers, next);
    }

    @Override
    public int getPriority() {
        return INSIDE_THE_ANSWER_TO_FAILURES;
    }
}
