package dev.vesper.notifier.channels.securityeventtoken;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins a send to the trace of the request that caused it. Without a tracing back end the trace still passes through. */
public final class Traces {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> HEADERS = new Headers();

    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.vesper.notifier");
    }

    /** @param send is given the headers that carry the trace on */
    <T> T around(@Nullable String traceparent, String uri, Function<Map<String, String>, T> send) {
        Map<String, String> cause = traceparent == null ? Map.of() : Map.of("traceparent", traceparent);
        Span span = tracer.spanBuilder("POST logout token")
                .setParent(W3C.extract(Context.root(), cause, HEADERS))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("url.full", uri)
                .startSpan();
        try {
            Map<String, String> headers = new HashMap<>();
            W3C.inject(Context.root().with(span), headers, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.put(name, value);
                }
            });
            return send.apply(headers);
        } finally {
            span.end();
        }
    }

    private static final class Headers implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
