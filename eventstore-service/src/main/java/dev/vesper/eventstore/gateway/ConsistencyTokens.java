package dev.vesper.eventstore.gateway;

import com.google.protobuf.Message;
import dev.vesper.events.ConsistencyToken;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.proto.admin.v1.Details;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Read your own writes: takes the token that a caller sends, and repeats the one of each write's details as a header. */
@GlobalInterceptor
@Singleton
public final class ConsistencyTokens implements AdminInterceptor {
    public static final Metadata.Key<String> HEADER =
            Metadata.Key.of("x-consistency-token", Metadata.ASCII_STRING_MARSHALLER);

    private static final Context.Key<String> SENT = Context.keyWithDefault("vesper-consistency-token", "");

    /** What the caller of this thread's call has sent; empty for none. */
    static String sent() {
        return SENT.get();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var token = headers.get(HEADER);
        var answering = new Answering<>(call);
        if (token == null) {
            return next.startCall(answering, headers);
        }
        var context = Context.current().withValue(SENT, checked(token));
        return Contexts.interceptCall(context, answering, headers, next);
    }

    @Override
    public int getPriority() {
        return CONSISTENCY;
    }

    private static String checked(String token) {
        try {
            ConsistencyToken.decode(token);
            return token;
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("X-Consistency-Token", "is not a consistency token of ours");
        }
    }

    /** Holds the headers back until the answer is known, which for one that answers once costs nothing. */
    private static final class Answering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private @Nullable Metadata held;

        Answering(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (getMethodDescriptor().getType().serverSendsOneMessage()) {
                held = headers;
            } else {
                super.sendHeaders(headers);
            }
        }

        @Override
        public void sendMessage(A answer) {
            release(tokenOf(answer));
            super.sendMessage(answer);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (status.isOk()) {
                release("");
            }
            super.close(status, trailers);
        }

        private void release(String token) {
            var headers = held;
            if (headers == null) {
                return;
            }
            held = null;
            if (!token.isEmpty()) {
                headers.put(HEADER, token);
            }
            super.sendHeaders(headers);
        }

        private static String tokenOf(@Nullable Object answer) {
            if (!(answer instanceof Message message)) {
                return "";
            }
            var field = message.getDescriptorForType().findFieldByName("details");
            return field != null && message.getField(field) instanceof Details details
                    ? details.getConsistencyToken()
                    : "";
        }
    }
}
