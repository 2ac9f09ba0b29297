package dev.vesper.eventstore.gateway.errors;

import dev.vesper.eventstore.gateway.AdminInterceptor;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/** Closes a call whose handler, or an interceptor further in, threw: with the status and details of {@link Failures}. */
@GlobalInterceptor
@Singleton
public final class AnswerFailures implements AdminInterceptor {

    private final Failures failures;

    AnswerFailures(Failures failures) {
        this.failures = failures;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var closing = new Closing<>(call);
        try {
            return new Guarded<>(next.startCall(closing, headers), closing);
        } catch (RuntimeException e) {
            fail(closing, e);
            return new ServerCall.Listener<>() {};
        }
    }

    @Override
    public int getPriority() {
        return FAILURES;
    }

    private void fail(Closing<?, ?> call, RuntimeException thrown) {
        var refusal = StatusProto.toStatusRuntimeException(failures.statusOf(thrown));
        var trailers = refusal.getTrailers();
        if (!call.closed) {
            call.close(refusal.getStatus(), trailers == null ? new Metadata() : trailers);
        }
    }

    /** A call can be closed once; who throws afterwards is only logged. */
    private static final class Closing<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private volatile boolean closed;

        Closing(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            closed = true;
            super.close(status, trailers);
        }
    }

    /** What comes in after the call was closed is for nobody. */
    private final class Guarded<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Closing<Q, ?> call;

        Guarded(ServerCall.Listener<Q> listener, Closing<Q, ?> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guarded(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guarded(super::onHalfClose);
        }

        private void guarded(Runnable step) {
            if (call.closed) {
                return;
            }
            try {
                step.run();
            } catch (RuntimeException e) {
                fail(call, e);
            }
        }
    }
}
