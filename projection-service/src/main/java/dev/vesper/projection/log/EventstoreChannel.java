package dev.vesper.projection.log;

import dev.vesper.internal.InternalCredentials;
import dev.vesper.projection.config.ProjectionConfig;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogStub;
import dev.vesper.proto.internal.v1.KeysGrpc;
import dev.vesper.proto.internal.v1.KeysGrpc.KeysBlockingStub;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The connection to eventstore-service. Every call carries our credential and a deadline. */
@Singleton
final class EventstoreChannel {
    private final ManagedChannel channel;
    private final CallCredentials credentials;
    private final Duration timeout;

    @Inject
    EventstoreChannel(ProjectionConfig config) {
        this.channel = ManagedChannelBuilder.forTarget(config.eventstore().address())
                .usePlaintext()
                .maxInboundMessageSize(
                        Math.toIntExact(config.projection().logMessageLimit().asLongValue()))
                .build();
        this.credentials = new InternalCredentials(config.internal().credential()).of("projection");
        this.timeout = config.projection().logTimeout();
    }

    EventLogBlockingStub eventLog() {
        return EventLogGrpc.newBlockingStub(channel)
                .withCallCredentials(credentials)
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For answers that come while others are worked on. */
    EventLogStub openEventLog() {
        return EventLogGrpc.newStub(channel)
                .withCallCredentials(credentials)
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The longest wait for an answer. */
    Duration timeout() {
        return timeout;
    }

    KeysBlockingStub keys() {
        return KeysGrpc.newBlockingStub(channel)
                .withCallCredentials(credentials)
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        channel.shutdownNow();
    }
}
