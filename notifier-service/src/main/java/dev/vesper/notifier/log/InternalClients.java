package dev.vesper.notifier.log;

import dev.vesper.internal.InternalCredentials;
import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The other services, each call with our credential and a deadline. */
public final class InternalClients implements AutoCloseable {
    private final ManagedChannel eventstore;
    private final ManagedChannel projection;
    private final CallCredentials credentials;
    private final Duration callTimeout;

    public InternalClients(NotifierConfig config) {
        this.eventstore = open(config.eventstore().address());
        this.projection = open(config.projection().address());
        this.credentials = new InternalCredentials(config.internal().credential()).of("notifier");
        this.callTimeout = config.internal().callTimeout();
    }

    EventLogGrpc.EventLogBlockingStub eventLog() {
        return call(EventLogGrpc.newBlockingStub(eventstore));
    }

    public KeysGrpc.KeysBlockingStub keys() {
        return call(KeysGrpc.newBlockingStub(eventstore));
    }

    public ProjectQueriesGrpc.ProjectQueriesBlockingStub projects() {
        return call(ProjectQueriesGrpc.newBlockingStub(projection));
    }

    public InstanceQueriesGrpc.InstanceQueriesBlockingStub instances() {
        return call(InstanceQueriesGrpc.newBlockingStub(projection));
    }

    public SessionQueriesGrpc.SessionQueriesBlockingStub sessions() {
        return call(SessionQueriesGrpc.newBlockingStub(projection));
    }

    @Override
    public void close() {
        eventstore.shutdownNow();
        projection.shutdownNow();
    }

    private <S extends AbstractStub<S>> S call(S stub) {
        return stub.withCallCredentials(credentials).withDeadlineAfter(callTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The credential makes a caller known inside; what encrypts the way is the mesh's choice. */
    private static ManagedChannel open(String address) {
        return ManagedChannelBuilder.forTarget("dns:///" + address)
                .usePlaintext()
                .build();
    }
}
