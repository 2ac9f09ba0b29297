package dev.vesper.eventstore.api.eventlog;

import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader that takes one event and then no more, without going away. */
final class TakesOne implements ClientResponseObserver<ReadRequest, StoredEvent> {
    final AtomicInteger taken = new AtomicInteger();

    @Override
    public void beforeStart(ClientCallStreamObserver<ReadRequest> stream) {
        stream.disableAutoRequestWithInitial(1);
    }

    @Override
    public void onNext(StoredEvent event) {
        taken.incrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
}
