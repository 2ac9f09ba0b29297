package dev.vesper.eventstore.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.Status;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Another service, as the raw log sees it. */
final class Internally implements AutoCloseable {
    static final NewEvent SENT =
            NewEvent.newBuilder().setType("notification.sent").setRevision(1).build();

    private static final Random IDS = new Random(7);

    final ManagedChannel channel;

    Internally(URI http) {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    EventLogBlockingStub as(String service) {
        return EventLogGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .withCallCredentials(credentials(service));
    }

    /** As a reader that takes all there is. */
    List<StoredEvent> read(ReadRequest query) {
        List<StoredEvent> all = new ArrayList<>();
        as("projection").read(query).forEachRemaining(all::add);
        return all;
    }

    static CallCredentials credentials(String service) {
        return new InternalCredentials("only for this test").of(service);
    }

    static PushRequest push(String type, String id, int events) {
        return PushRequest.newBuilder()
                .setPushId(pushId())
                .addAppends(AggregateAppend.newBuilder()
                        .setAggregate(aggregate(type, id))
                        .setOwner("o")
                        .setCreator("notifier")
                        .setNone(true)
                        .addAllEvents(Collections.nCopies(events, SENT)))
                .build();
    }

    static AggregateRef aggregate(String type, String id) {
        return AggregateRef.newBuilder()
                .setInstanceId("i-api")
                .setType(type)
                .setId(id)
                .build();
    }

    static String pushId() {
        synchronized (IDS) {
            return new UUID(IDS.nextLong(), IDS.nextLong()).toString();
        }
    }

    static StatusRuntimeException assertFails(Code code, Runnable call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
        assertThat(failure).isNotNull();
        assertThat(failure.getStatus().getCode()).as("%s", failure.getStatus()).isEqualTo(code);
        return failure;
    }

    /** The first detail of a kind that a failure carries. */
    static <D extends Message> D detail(StatusRuntimeException failure, Class<D> kind) {
        Status status = StatusProto.fromThrowable(failure);
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(kind))
                .map(detail -> {
                    try {
                        return detail.unpack(kind);
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in " + status));
    }
}
