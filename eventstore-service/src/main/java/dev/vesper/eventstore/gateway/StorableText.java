package dev.vesper.eventstore.gateway;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Refuses texts that PostgreSQL's JSON cannot hold, the character NUL and half a surrogate pair, before one of them
 * fails a write deep inside as if it were our fault.
 */
@GlobalInterceptor
@Singleton
public final class StorableText implements AdminInterceptor {

    /** Has rules of its own for each text, and takes thousands of calls a second. */
    private static final String CHECKED_BY_THE_LOG = "vesper.internal.v1.EventLog";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (CHECKED_BY_THE_LOG.equals(call.getMethodDescriptor().getServiceName())) {
            return next.startCall(call, headers);
        }
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q request) {
                if (request instanceof Message message) {
                    check(message, "");
                }
                super.onMessage(request);
            }
        };
    }

    @Override
    public int getPriority() {
        return TEXT;
    }

    static void check(Message message, String path) {
        message.getAllFields().forEach((field, value) -> check(field, value, path + field.getJsonName()));
    }

    private static void check(FieldDescriptor field, Object value, String path) {
        if (value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                check(field, elements.get(i), path + "[" + i + "]");
            }
            return;
        }
        if (value instanceof Message message) {
            check(message, path + ".");
        }
        if (value instanceof String text && !isStorable(text)) {
            throw new InvalidRequest(path, "holds a character that is none: NUL or half a surrogate pair");
        }
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
