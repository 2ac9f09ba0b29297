package dev.vesper.eventstore.api.eventlog;

import static dev.vesper.eventstore.api.eventlog.Internally.SENT;
import static dev.vesper.eventstore.api.eventlog.Internally.aggregate;
import static dev.vesper.eventstore.api.eventlog.Internally.assertFails;
import static dev.vesper.eventstore.api.eventlog.Internally.detail;
import static dev.vesper.eventstore.api.eventlog.Internally.push;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.proto.internal.v1.Cursor;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.Marker;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.NotEnded;
import dev.vesper.proto.internal.v1.Precondition;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import dev.vesper.proto.internal.v1.ReadAggregateRequest;
import dev.vesper.proto.internal.v1.ReadRequest;
import dev.vesper.proto.internal.v1.StillAt;
import dev.vesper.proto.internal.v1.StoredEvent;
import dev.vesper.proto.internal.v1.Subject;
import dev.vesper.proto.internal.v1.UniqueConstraint;
import dev.vesper.proto.internal.v1.UniqueConstraint.Action;
import io.grpc.Status.Code;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class EventLogServiceTest {
    @TestHTTPResource
    URI http;

    private Internally internally;

    @BeforeEach
    void connect() {
        internally = new Internally(http);
    }

    @AfterEach
    void disconnect() {
        internally.close();
    }

    @Test
    void nobody_comes_in_without_the_credential() {
        var withNone = EventLogGrpc.newBlockingStub(internally.channel).withDeadlineAfter(10, TimeUnit.SECONDS);
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
        assertThat(refused.getWrongSequence().getAggregate()).isEqualTo(aggregate("notification", "n2"));
        assertThat(refused.getWrongSequence().getExpected()).isEqualTo(-1);
        assertThat(refused.getWrongSequence().getFound()).isEqualTo(2);
        assertThat(as("notifier")
                        .latestSequence(aggregate("notification", "n2"))
                        .getSequence())
                .isEqualTo(2);
    }

    @Test
    void each_kind_of_refusal_names_what_stood_in_the_way() {
        Subject ended = Subject.newBuilder()
                .setInstanceId("i-api")
                .setKind("session")
                .setId("gone")
                .build();
        var value = UniqueConstraint.newBuilder()
                .setAction(Action.ACTION_ADD)
                .setInstanceId("i-api")
                .setType("name")
                .setField("Ada")
                .setErrorCode("NAME_TAKEN");
        long position = as("notifier")
                .push(push("notification", "n4", 3).toBuilder()
                        .addUniqueConstraints(value.setOwner("org1"))
                        .addEnds(Marker.newBuilder().setSubject(ended).setReason("user"))
                        .build())
                .getPushed()
                .getPosition();

        var stillAt = StillAt.newBuilder()
                .setAggregate(aggregate("notification", "n4"))
                .setSequence(2);
        var wrong = refusal(Precondition.newBuilder().setStillAt(stillAt)).getWrongSequence();
        assertThat(wrong.getAggregate()).isEqualTo(aggregate("notification", "n4"));
        assertThat(wrong.getExpected()).isEqualTo(2);
        assertThat(wrong.getFound()).isEqualTo(3);
        var end = refusal(Precondition.newBuilder()
                        .setNotEnded(NotEnded.newBuilder().setSubject(ended)))
                .getEnded();
        assertThat(end.getSubject()).isEqualTo(ended);
        assertThat(end.getPosition()).isEqualTo(position);
        assertThat(end.getReason()).isEqualTo("user");
        var taken = as("notifier")
                .push(push("notification", "n5", 1).toBuilder()
                        .addUniqueConstraints(value)
                        .build())
                .getRefused()
                .getConstraintTaken();
        assertThat(taken.getErrorCode()).isEqualTo("NAME_TAKEN");
        assertThat(taken.getField()).isEqualTo("ada");
        var freed = UniqueConstraint.newBuilder()
                .setAction(Action.ACTION_REMOVE_OWNER)
                .setInstanceId("i-api")
                .setOwner("org1");
        assertThat(as("notifier")
                        .push(push("notification", "n5", 1).toBuilder()
                                .addUniqueConstraints(freed)
                                .addUniqueConstraints(value)
                                .build())
                        .hasPushed())
                .isTrue();
    }

    @Test
    void a_push_that_makes_no_sense_is_told_the_field() {
        var failure = assertFails(Code.INVALID_ARGUMENT, () -> as("notifier").push(push("notification", "n3", 0)));
        assertThat(detail(failure, BadRequest.class).getFieldViolations(0).getField())
                .isEqualTo("appends[0].events");
    }

    @Test
    void long_reads_arrive_whole_and_in_order() {
        as("notifier").push(push("notification", "long", 900));
        as("notifier").push(push("notification", "long2", 900));

        List<StoredEvent> one = new ArrayList<>();
        as("projection")
                .readAggregate(ReadAggregateRequest.newBuilder()
                        .setAggregate(aggregate("notification", "long"))
                        .setFromSequence(2)
                        .build())
                .forEachRemaining(one::add);
        assertThat(one).extracting(StoredEvent::getSequence).startsWith(2L, 3L).hasSize(899);

        var both = ReadRequest.newBuilder()
                .setInstanceId("i-api")
                .addEventTypes("notification.sent")
                .addAggregateIds("long")
                .addAggregateIds("long2");
        List<StoredEvent> all = internally.read(both.build());
        assertThat(all).hasSize(1800);
        StoredEvent last = all.get(899);
        var upToThere = Cursor.newBuilder().setPosition(last.getPosition()).setInTxOrder(last.getInTxOrder());
        assertThat(internally.read(both.setUntil(upToThere).build())).hasSize(899);
    }

    @Test
    void events_are_found_by_what_their_payload_contains() {
        var one = NewEvent.newBuilder(SENT).setPayload("{\"attempt\": 1, \"httpStatus\": 204}");
        var other = NewEvent.newBuilder(SENT).setPayload("{\"attempt\": 2, \"httpStatus\": 204}");
        PushRequest.Builder push = push("notification", "payload", 0).toBuilder();
        push.getAppendsBuilder(0).addEvents(one).addEvents(other);
        as("notifier").push(push.build());

        var query = ReadRequest.newBuilder().setInstanceId("i-api").addAggregateIds("payload");
        assertThat(internally.read(query.setPayloadContains("{\"attempt\": 2}").build()))
                .extracting(StoredEvent::getSequence)
                .containsExactly(2L);
        assertThat(internally.read(
                        query.setPayloadContains("{\"httpStatus\": 204}").build()))
                .hasSize(2);
    }

    private dev.vesper.proto.internal.v1.Refused refusal(Precondition.Builder condition) {
        PushResponse answer = as("notifier")
                .push(push("notification", "n5", 1).toBuilder()
                        .addPreconditions(condition)
                        .build());
        return answer.getRefused();
    }

    private EventLogBlockingStub as(String service) {
        return internally.as(service);
    }
}
