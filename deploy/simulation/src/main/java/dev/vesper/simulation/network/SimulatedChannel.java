package dev.vesper.simulation.network;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A channel whose calls are done, and answered, in the caller's own turn. */
final class SimulatedChannel extends ManagedChannel {
    private final Route route;
    private boolean shutdown;

    SimulatedChannel(Route route) {
        this.route = route;
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
        return new Call<>(method.getFullMethodName());
    }

    @Override
    public String authority() {
        return "simulation";
    }

    @Override
    public ManagedChannel shutdown() {
        shutdown = true;
        return this;
    }

    @Override
    public ManagedChannel shutdownNow() {
        return shutdown();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Call<Q, A> extends ClientCall<Q, A> {
        private final String method;
        private final Deque<A> answers = new ArrayDeque<>();
        private @Nullable Listener<A> listener;
        private @Nullable Q message;
        private @Nullable Status end;
        private int wanted;

        private Call(String method) {
            this.method = method;
        }

        @Override
        public void start(Listener<A> to, Metadata headers) {
            listener = to;
        }

        @Override
        public void request(int messages) {
            wanted += messages;
            deliver();
        }

        @Override
        public void sendMessage(Q sent) {
            message = sent;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void halfClose() {
            Status status = Status.OK;
            try {
                route.call(method, Objects.requireNonNull(message)).forEach(answer -> answers.add((A) answer));
            } catch (StatusRuntimeException refused) {
                status = refused.getStatus();
            }
            end = status;
            deliver();
        }

        @Override
        public void cancel(@Nullable String why, @Nullable Throwable cause) {
            answers.clear();
        }

        private void deliver() {
            Listener<A> to = Objects.requireNonNull(listener);
            while (wanted > 0 && !answers.isEmpty()) {
                wanted--;
                to.onMessage(answers.removeFirst());
            }
            Status status = end;
            if (status != null && answers.isEmpty()) {
                end = null;
                to.onClose(status, new Metadata());
            }
        }
    }
}
