package dev.vesper.eventstore.api.eventlog;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends no faster than the caller takes, so that a slow reader of a long log fills no memory here. */
final class PacedObserver<T> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

    private final ServerCallStreamObserver<T> caller;
    private final Duration longestStall;

    /** @param caller as gRPC gives it to a handler */
    PacedObserver(StreamObserver<T> caller, Duration longestStall) {
        this.caller = (ServerCallStreamObserver<T>) caller;
        this.longestStall = longestStall;
    }

    /** @throws io.grpc.StatusRuntimeException when the caller is gone */
    void checkPresent() {
        if (caller.isCancelled()) {
            throw Status.CANCELLED.asRuntimeException();
        }
    }

    /** @throws io.grpc.StatusRuntimeException when the caller is gone, or takes nothing for too long */
    void send(T message) {
        long stalled = System.nanoTime() + longestStall.toNanos();
        while (!caller.isReady()) {
            checkPresent();
            if (System.nanoTime() > stalled) {
                throw Status.ABORTED
                        .withDescription("the reader took nothing for " + longestStall)
                        .asRuntimeException();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        caller.onNext(message);
    }
}
