package dev.vesper.eventstore.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StoredEvent;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class EventLogServiceTest {
    private static final Random IDS = new Random(7);
    private static final NewEvent SENT =
            NewEvent.newBuilder().setType("notification.sent").setRevision(1).build();

    @TestHTTPResource
    URI http;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void nobody_comes_in_without_the_credential() {
        var withNone = EventLogGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
        var withWrong = withNone.withCallCredentials(new InternalCredentials("not the right one").of("notifier"));

        assertFails(Code.UNAUTHENTICATED, () -> withNone.push(push("notification", "n0", 1)));
        assertFails(Code.UNAUTHENTICATED, () -> withWrong.push(push("notification", "n0", 1)));
    }

    @Test
    void each_service_writes_what_it_owns_and_nothing_else() {
        assertThat(as("notifier").push(push("notification", "n1", 1)).hasPushed())
                .isTrue();
        assertThat(as("notifier").push(push("session_logout", "n1", 1)).hasPushed())
                .isTrue();
        assertFails(Code.PERMISSION_DENIED, () -> as("notifier").push(push("session", "n1", 1)));
        assertFails(Code.PERMISSION_DENIED, () -> as("oidc").push(push("notification", "n1", 1)));
        assertFails(Code.PERMISSION_DENIED, () -> as("benchmark").push(push("session", "n1", 1)));
    }

    @Test
    void a_refusal_is_an_answer_that_says_what_was_found() {
        PushRequest expectingNone = push("notification", "n2", 2);
        as("notifier").push(expectingNone);

        assertThat(as("notifier").push(expectingNone).getPushed().getEventsList())
                .as("the same push id gives the first answer")
                .hasSize(2);
        var refused = as("notifier").push(push("notification", "n2", 1)).getRefused();
        assertThat(refused.getWrongSequence().getExpected()).isEqualTo(-1);
        assertThat(refused.getWrongSequence().getFound()).isEqualTo(2);
    }

    @Test
    void a_push_that_makes_no_sense_is_told_the_field() throws InvalidProtocolBufferException {
        var failure = assertFails(Code.INVALID_ARGUMENT, () -> as("notifier").push(push("notification", "n3", 0)));
        var detail = StatusProto.fromThrowable(failure).getDetails(0).unpack(BadRequest.class);
        assertThat(detail.getFieldViolations(0).getField()).isEqualTo("appends[0].events");

        assertFails(
                Code.INVALID_ARGUMENT,
                () -> as("notifier")
                        .push(push("notification", "n3", 1).toBuilder()
                                .setPushId("no uuid")
                                .build()));
    }

    @Test
    void long_reads_arrive_whole_and_in_order() {
        as("notifier").push(push("notification", "long", 900));
        as("notifier").push(push("notification", "long2", 900));

        var aggregate = AggregateRef.newBuilder()
                .setInstanceId("i-api")
                .setType("notification")
                .setId("long");
        List<StoredEvent> one = new ArrayList<>();
        as("projection")
                .readAggregate(ReadAggregateRequest.newBuilder()
                        .setAggregate(aggregate)
                        .setFromSequence(2)
                        .build())
                .forEachRemaining(one::add);
        assertThat(one).extracting(StoredEvent::getSequence).startsWith(2L, 3L).hasSize(899);

        List<StoredEvent> all = new ArrayList<>();
        as("projection")
                .read(ReadRequest.newBuilder()
                        .setInstanceId("i-api")
                        .addEventTypes("notification.sent")
                        .addAggregateIds("long")
                        .addAggregateIds("long2")
                        .build())
                .forEachRemaining(all::add);
        assertThat(all).hasSize(1800);
    }

    private EventLogBlockingStub as(String service) {
        return EventLogGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .withCallCredentials(new InternalCredentials("only for this test").of(service));
    }

    private static PushRequest push(String type, String id, int events) {
        AggregateRef aggregate = AggregateRef.newBuilder()
                .setInstanceId("i-api")
                .setType(type)
                .setId(id)
                .build();
        return PushRequest.newBuilder()
                .setPushId(new UUID(IDS.nextLong(), IDS.nextLong()).toString())
                .addAppends(AggregateAppend.newBuilder()
                        .setAggregate(aggregate)
                        .setOwner("o")
                        .setCreator("notifier")
                        .setNone(true)
                        .addAllEvents(Collections.nCopies(events, SENT)))
                .build();
    }

    private static StatusRuntimeException assertFails(Code code, Runnable call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call::run);
        assertThat(failure).isNotNull();
        assertThat(failure.getStatus().getCode()).isEqualTo(code);
        return failure;
    }
}
