package dev.vesper.eventstore.gateway.trace;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/** Takes the trace of a call up again at the in-process server, which Quarkus does not know of. */
public final class ContinueTrace implements ServerInterceptor {
    private final TextMapPropagator propagator;

    public ContinueTrace(OpenTelemetry telemetry) {
        propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var context = propagator.extract(Context.current(), headers, Headers.GETTER);
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onHalfClose() {
                try (var _ = context.makeCurrent()) {
                    super.onHalfClose();
                }
            }
        };
    }

    private enum Headers implements TextMapGetter<Metadata> {
        GETTER;

        @Override
        public Iterable<String> keys(Metadata headers) {
            return headers.keys();
        }

        @Override
        public @Nullable String get(@Nullable Metadata headers, String key) {
            return headers == null ? null : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
        }
    }
}
