package dev.vesper.projection.given;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.internal.InternalServerInterceptor;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogImplBase;
import dev.vesper.proto.internal.v1.GetUserKeysRequest;
import dev.vesper.proto.internal.v1.GetUserKeysResponse;
import dev.vesper.proto.internal.v1.KeysGrpc.KeysImplBase;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** eventstore-service's internal API over a list of events. */
public final class Eventstore implements AutoCloseable {
    private final List<RecordedEvent> log = new CopyOnWriteArrayList<>();
    private final People people;
    private final Server server;

    public Eventstore(String credential, People people) {
        this.people = people;
        this.server = ServerBuilder.forPort(0)
                .addService(new Log())
                .addService(new Keys())
                .intercept(new InternalServerInterceptor(new InternalCredentials(credential)))
                .build();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The test's eventstore does not start", e);
        }
    }

    public String address() {
        return "localhost:" + server.getPort();
    }

    public void append(List<RecordedEvent> events) {
        log.addAll(events);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Log extends EventLogImplBase {
        @Override
        public void read(ReadRequest request, StreamObserver<StoredEvent> answer) {
            Cursor after = new Cursor(
                    request.getAfter().getPosition(), request.getAfter().getInTxOrder());
            Stream<RecordedEvent> found = request.getDescending()
                    ? log.reversed().stream()
                    : log.stream().filter(event -> event.cursor().isAfter(after));
            found.filter(event -> request.getAggregateTypesList().isEmpty()
                            || request.getAggregateTypesList().contains(event.aggregateType()))
                    .limit(request.getLimit())
                    .forEach(event -> answer.onNext(stored(event)));
            answer.onCompleted();
        }

        @Override
        public void readAggregate(ReadAggregateRequest request, StreamObserver<StoredEvent> answer) {
            log.stream()
                    .filter(event -> ref(event).equals(request.getAggregate()))
                    .filter(event -> event.sequence() >= request.getFromSequence())
                    .forEach(event -> answer.onNext(stored(event)));
            answer.onCompleted();
        }
    }

    private final class Keys extends KeysImplBase {
        @Override
        public void getUserKeys(GetUserKeysRequest request, StreamObserver<GetUserKeysResponse> answer) {
            GetUserKeysResponse.Builder keys = GetUserKeysResponse.newBuilder();
            people.find(request.getInstanceId(), new HashSet<>(request.getUserIdsList()))
                    .forEach((user, key) -> keys.putKeys(user, ByteString.copyFrom(key)));
            answer.onNext(keys.build());
            answer.onCompleted();
        }
    }

    private static AggregateRef ref(RecordedEvent event) {
        return AggregateRef.newBuilder()
                .setInstanceId(event.instanceId())
                .setType(event.aggregateType())
                .setId(event.aggregateId())
                .build();
    }

    private static StoredEvent stored(RecordedEvent event) {
        return StoredEvent.newBuilder()
                .setAggregate(ref(event))
                .setType(event.type())
                .setSequence(event.sequence())
                .setRevision(event.revision())
                .setCreatedAt(time(event.createdAt()))
                .setPayload(event.payload())
                .setCreator(event.creator())
                .setOwner(event.owner())
                .setPosition(event.position())
                .setInTxOrder(event.inTxOrder())
                .setPartition(event.partition())
                .build();
    }

    private static Timestamp time(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
