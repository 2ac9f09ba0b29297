package dev.vesper.simulation.world;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** What a service answered. */
final class Collected extends ServerCallStreamObserver<Object> {
    private final List<Object> messages = new ArrayList<>();

    List<Object> messages() {
        return messages;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    <T> StreamObserver<T> typed() {
        return (StreamObserver) this;
    }

    @Override
    public void onNext(Object message) {
        messages.add(message);
    }

    @Override
    public void onError(Throwable failure) {
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    @Override
    public void onCompleted() {
        // All is here.
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {
        // Nobody cancels.
    }

    @Override
    public void setCompression(String compression) {
        // Nothing is sent.
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setOnReadyHandler(Runnable handler) {
        // It always is.
    }

    @Override
    public void request(int count) {
        // One request is all that there is.
    }

    @Override
    public void setMessageCompression(boolean enable) {
        // Nothing is sent.
    }

    @Override
    public void disableAutoInboundFlowControl() {
        // There is none.
    }
}
