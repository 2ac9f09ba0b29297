package dev.vesper.eventstore.gateway.auth;

import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin.Visit;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody into the admin and system services without a good token, nobody use a method whose permission none of their
 * roles holds, and nobody reach over a border; names the caller to those inside.
 */
@GlobalInterceptor
@Singleton
public final class AuthenticateAdmins implements AdminInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Authentication authentication;
    private final Access access;
    private final Borders borders;
    private final Map<MethodDescriptor<?, ?>, AdminMethod> methods = new ConcurrentHashMap<>();

    AuthenticateAdmins(Authentication authentication, Access access, Borders borders) {
        this.authentication = authentication;
        this.access = access;
        this.borders = borders;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!AdminMethod.isOne(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        var method = methods.computeIfAbsent(call.getMethodDescriptor(), AdminMethod::of);
        var authorization = headers.get(AUTHORIZATION);
        var visit = look(authorization, call, method);
        var context = CurrentAdmin.in(Context.current(), visit, () -> look(authorization, call, method));
        var narrowed = method.searches() && !visit.reach().everything() ? new Narrowed<>(call, visit.reach()) : call;
        return Contexts.interceptCall(
                context,
                narrowed,
                headers,
                (inner, sent) -> new Admitted<>(next.startCall(inner, sent), visit, method));
    }

    private Visit look(@Nullable String authorization, ServerCall<?, ?> call, AdminMethod method) {
        var caller = authentication.require(authorization, call.getAuthority());
        var reach = access.reach(caller, method.permission());
        if (reach.isNothing()) {
            throw Borders.denied(method);
        }
        return new Visit(caller, reach);
    }

    @Override
    public int getPriority() {
        return AUTHENTICATION;
    }

    /** Looks at the request as it comes. */
    private final class Admitted<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Visit visit;
        private final AdminMethod method;

        Admitted(ServerCall.Listener<Q> listener, Visit visit, AdminMethod method) {
            super(listener);
            this.visit = visit;
            this.method = method;
        }

        @Override
        public void onMessage(Q request) {
            if (request instanceof Message message) {
                visit.actAs(borders.cross(visit.caller(), visit.reach(), method, message));
            }
            super.onMessage(request);
        }
    }

    /** A search that answers no more than its caller may see. */
    private static final class Narrowed<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Reach reach;

        Narrowed(ServerCall<Q, A> call, Reach reach) {
            super(call);
            this.reach = reach;
        }

        @Override
        @SuppressWarnings("unchecked") // Narrowed, a message stays of its type.
        public void sendMessage(A answer) {
            super.sendMessage(answer instanceof Message message ? (A) AnswerBorder.narrowed(message, reach) : answer);
        }
    }
}
