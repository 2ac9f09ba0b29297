package dev.vesper.internal;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs each call with one request message as a whole, interceptors and handler, on a thread of its own once its request
 * is complete. It belongs around all interceptors that may block.
 *
 * <p>Quarkus 3.32 has {@code @RunOnVirtualThread} for this, but hands the events of a call over one by one and can drop
 * or swap two that come close together (quarkus pull request 54084); then the call hangs until its deadline, or fails as
 * 'half-closed without a request'. So a service that stands behind this interceptor must not carry that annotation.
 */
public final class CallsOnVirtualThreads implements ServerInterceptor {
    private static final String OURS = "vesper.";

    private final Executor executor;

    /** @param executor starts a virtual thread per task, and carries the caller's trace over */
    public CallsOnVirtualThreads(Executor executor) {
        this.executor = executor;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var method = call.getMethodDescriptor();
        if (!method.getFullMethodName().startsWith(OURS) || !method.getType().clientSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        // The second is never sent by a client that keeps the protocol; asking for it shows the end of the request.
        call.request(2);
        return new Collected<>(call, headers, next);
    }

    private final class Collected<Q, A> extends ServerCall.Listener<Q> {
        private final ServerCall<Q, A> call;
        private final Metadata headers;
        private final ServerCallHandler<Q, A> next;
        private final Context context = Context.current();
        private volatile @Nullable Q message;
        private volatile ServerCall.@Nullable Listener<Q> started;

        Collected(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            this.call = call;
            this.headers = headers;
            this.next = next;
        }

        @Override
        public void onMessage(Q received) {
            message = received;
        }

        @Override
        public void onHalfClose() {
            executor.execute(context.wrap(this::run));
        }

        @Override
        public void onCancel() {
            var listener = started;
            if (listener != null) {
                context.run(listener::onCancel);
            }
        }

        @Override
        public void onComplete() {
            var listener = started;
            if (listener != null) {
                context.run(listener::onComplete);
            }
        }

        private void run() {
            try {
                var listener = next.startCall(new AlreadyRequested<>(call), headers);
                started = listener;
                listener.onReady();
                var request = message;
                if (request != null) {
                    listener.onMessage(request);
                }
                listener.onHalfClose();
            } catch (RuntimeException e) {
                Metadata trailers = Status.trailersFromThrowable(e);
                call.close(Status.fromThrowable(e), trailers == null ? new Metadata() : trailers);
            }
        }
    }

    /** The handler's own demand for the request, which is here already. */
    private static final class AlreadyRequested<Q, A> extends SimpleForwardingServerCall<Q, A> {
        AlreadyRequested(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void request(int messages) {
            // Nothing more is to come.
        }
    }
}
