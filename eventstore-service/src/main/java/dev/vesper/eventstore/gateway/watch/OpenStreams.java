package dev.vesper.eventstore.gateway.watch;

import dev.vesper.eventstore.gateway.AdminInterceptor;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/** Lets a stream begin before there is anything in it, so that its caller knows that they are heard. */
@GlobalInterceptor
@Singleton
public final class OpenStreams implements AdminInterceptor {
    private static final Context.Key<Runnable> OPEN = Context.key("vesper-open-stream");

    /** Sends the headers of the stream that this thread serves. */
    static void open() {
        var open = OPEN.get();
        if (open != null) {
            open.run();
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (call.getMethodDescriptor().getType().serverSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        var opening = new Opening<>(call);
        Runnable open = () -> opening.sendHeaders(new Metadata());
        return Contexts.interceptCall(Context.current().withValue(OPEN, open), opening, headers, next);
    }

    @Override
    public int getPriority() {
        return STREAMS;
    }

    /** Whose headers are sent once. */
    private static final class Opening<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean opened;

        Opening(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendHeaders(Metadata headers) {
            if (!opened) {
                opened = true;
                super.sendHeaders(headers);
            }
        }
    }
}
