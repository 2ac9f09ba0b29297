package dev.vesper.eventstore.gateway.trace;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/** Puts {@code traceparent} into the metadata of outgoing calls. */
public final class SendTrace implements ClientInterceptor {
    private final TextMapPropagator propagator;

    public SendTrace(OpenTelemetry telemetry) {
        propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        var context = Context.current();
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                propagator.inject(context, headers, SendTrace::put);
                super.start(listener, headers);
            }
        };
    }

    private static void put(@Nullable Metadata headers, String key, String value) {
        if (headers != null) {
            headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value);
        }
    }
}
