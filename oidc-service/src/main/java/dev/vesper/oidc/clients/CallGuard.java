package dev.vesper.oidc.clients;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** No call leaves without the internal credential, a deadline and the trace that it belongs to. */
final class CallGuard implements ClientInterceptor {
    private final CallCredentials credentials;
    private final Duration timeout;
    private final ContextPropagators propagators;

    CallGuard(CallCredentials credentials, Duration timeout, ContextPropagators propagators) {
        this.credentials = credentials;
        this.timeout = timeout;
        this.propagators = propagators;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        CallOptions guarded =
                options.withCallCredentials(credentials).withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return new SimpleForwardingClientCall<>(next.newCall(method, guarded)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                propagators.getTextMapPropagator().inject(Context.current(), headers, CallGuard::put);
                super.start(listener, headers);
            }
        };
    }

    private static void put(Metadata headers, String name, String value) {
        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    }
}
