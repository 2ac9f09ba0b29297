package dev.vesper.projection.log;

import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A read of the log that goes on while what came is worked on. It runs ahead as far as its room goes, and is given up when
 * nobody takes anything for too long.
 */
final class OpenRead implements ClientResponseObserver<ReadRequest, StoredEvent> {
    private final BlockingQueue<Arrival> arrived;
    private final Duration longestWait;
    private @Nullable ClientCallStreamObserver<ReadRequest> call;

    OpenRead(int room, Duration longestWait) {
        this.arrived = new ArrayBlockingQueue<>(room);
        this.longestWait = longestWait;
    }

    /**
     * @return null at the end
     * @throws LogUnavailable when it broke, or nothing came in time
     */
    @Nullable
    StoredEvent take() {
        try {
            Arrival next = arrived.poll(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new LogUnavailable(
                        "eventstore-service sent nothing for " + longestWait, new IllegalStateException("too slow"));
            }
            if (next.failure() != null) {
                throw new LogUnavailable("eventstore-service answers " + next.failure(), next.failure());
            }
            return next.event();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while reading the log", e);
        }
    }

    void cancel() {
        arrived.clear();
        if (call != null) {
            call.cancel("what follows is not wanted any more", null);
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ReadRequest> started) {
        call = started;
    }

    @Override
    public void onNext(StoredEvent event) {
        put(new Arrival(event, null));
    }

    @Override
    public void onError(Throwable failure) {
        put(new Arrival(null, failure));
    }

    @Override
    public void onCompleted() {
        put(new Arrival(null, null));
    }

    /** Waiting here is what slows the sender down. */
    private void put(Arrival arrival) {
        try {
            if (!arrived.offer(arrival, longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
        }
    }

    /** An event, a failure, or with neither the end. */
    private record Arrival(
            @Nullable StoredEvent event, @Nullable Throwable failure) {}
}
