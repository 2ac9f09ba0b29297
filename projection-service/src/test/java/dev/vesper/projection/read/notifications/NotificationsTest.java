package dev.vesper.projection.read.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Canceled;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.RetryRequested;
import dev.vesper.events.NotificationEvent.Sent;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.engine.Shuffles;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.Notification;
import dev.vesper.proto.admin.v1.NotificationAttempt;
import dev.vesper.proto.admin.v1.SearchNotificationsRequest;
import dev.vesper.proto.admin.v1.SearchNotificationsResponse;
import dev.vesper.proto.internal.v1.GetNotificationQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchNotificationsQuery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NotificationsTest {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final ReadSide readSide = new ReadSide();
    private final NotificationReader notifications = new NotificationReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_request_is_pending_and_says_what_it_is_about() {
        given("n1", requested("security_event_token", "s1"));

        Notification pending = get("n1");

        assertThat(pending.getState()).isEqualTo("pending");
        assertThat(pending.getKind()).isEqualTo("security_event_token");
        assertThat(pending.getMessageType()).isEqualTo("back_channel_logout");
        assertThat(pending.getUserId()).isEqualTo("u1");
        assertThat(pending.getSessionId()).isEqualTo("s1");
        assertThat(pending.getClientId()).isEqualTo("c1");
        assertThat(pending.getTrigger().getEventType()).isEqualTo("session.terminated");
        assertThat(pending.getRequestedAt()).isEqualTo(pending.getNextAttemptAt());
        assertThat(pending.getAttemptListList()).isEmpty();
        assertThat(pending.getDetails().getSequence()).isEqualTo(1);
    }

    @Test
    void each_attempt_is_kept_until_one_succeeds() {
        given(
                "n1",
                requested("email", null),
                failed(1, 500, "answered 500"),
                failed(2, 0, "no answer"),
                new Sent(3, 200));

        Notification sent = get("n1");

        assertThat(sent.getState()).isEqualTo("sent");
        assertThat(sent.getAttempts()).isEqualTo(3);
        assertThat(sent.getAttemptListList())
                .extracting(
                        NotificationAttempt::getAttempt, NotificationAttempt::getStatus, NotificationAttempt::getError)
                .containsExactly(tuple(1, 500, "answered 500"), tuple(2, 0, "no answer"), tuple(3, 200, ""));
        assertThat(sent.hasFinishedAt()).isTrue();
        assertThat(sent.hasNextAttemptAt()).isFalse();
    }

    @Test
    void between_attempts_it_says_when_the_next_one_comes() {
        given("n1", requested("email", null), failed(1, 500, "answered 500"));

        Notification retrying = get("n1");

        assertThat(retrying.getState()).isEqualTo("retrying");
        assertThat(retrying.getNextAttemptAt().getSeconds())
                .isEqualTo(retrying.getLastAttemptAt().getSeconds() + PAUSE.toSeconds());
    }

    @Test
    void a_canceled_one_says_why_and_counts_no_attempt_that_was_not_made() {
        given("n1", requested("sms", null), new Canceled(null, "no_provider", 0, 0));
        given("n2", requested("sms", null), failed(1, 500, "answered 500"), new Canceled(null, "max_ttl", 1, 500));
        given("n3", requested("sms", null), new Canceled("answered 400", "permanent", 1, 400));

        assertThat(get("n1").getCancelReason()).isEqualTo("no_provider");
        assertThat(get("n1").getAttemptListList()).isEmpty();
        assertThat(get("n2").getLastError()).isEqualTo("answered 500");
        assertThat(get("n2").getAttemptListList()).hasSize(1);
        assertThat(get("n3").getAttemptListList())
                .singleElement()
                .extracting(NotificationAttempt::getError)
                .isEqualTo("answered 400");
    }

    @Test
    void they_are_found_by_state_kind_person_and_session_newest_first() {
        given("n1", requested("email", null));
        given("n2", requested("security_event_token", "s1"), new Sent(1, 200));
        given("n3", requested("security_event_token", "s2"));
        SearchNotificationsRequest.Builder all = SearchNotificationsRequest.newBuilder();

        assertThat(ids(all)).containsExactly("n3", "n2", "n1");
        assertThat(ids(all.clone().setState("pending"))).containsExactly("n3", "n1");
        assertThat(ids(all.clone().setKind("email"))).containsExactly("n1");
        assertThat(ids(all.clone().setUserId("u1"))).hasSize(3);
        assertThat(ids(all.clone().setSessionId("s1"))).containsExactly("n2");
    }

    @Test
    void pages_follow_each_other() {
        for (int i = 0; i < 5; i++) {
            given("n" + i, requested("email", null));
        }
        SearchNotificationsRequest.Builder request =
                SearchNotificationsRequest.newBuilder().setPageSize(3);

        SearchNotificationsResponse first = search(request);
        SearchNotificationsResponse second = search(request.setPageToken(first.getNextPageToken()));

        assertThat(first.getNotificationsList()).hasSize(3);
        assertThat(second.getNotificationsList())
                .extracting(Notification::getNotificationId)
                .containsExactly("n1", "n0");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void another_instance_sees_none_of_them() {
        given("n1", requested("email", null));

        assertThatThrownBy(() -> notifications.get(GetNotificationQuery.newBuilder()
                        .setContext(QueryContext.newBuilder().setInstanceId("i2"))
                        .setNotificationId("n1")
                        .build()))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void any_interleaving_of_partitions_gives_the_same_rows() {
        Shuffles.giveTheSameRows(
                history -> {
                    for (int i = 0; i < 20; i++) {
                        String id = "n" + i;
                        history.add(id, requested(i % 2 == 0 ? "email" : "sms", "s" + i % 3));
                        history.add(id, failed(1, 500, "answered 500"));
                        history.add(id, i % 3 == 0 ? new Sent(2, 200) : new Canceled(null, "max_ttl", 1, 500));
                    }
                },
                "notifications1",
                "notifications1_attempts");
    }

    private static RetryRequested failed(int attempt, int status, String error) {
        return new RetryRequested(request("email", null), error, status, attempt, PAUSE);
    }

    private static Requested requested(String kind, @Nullable String session) {
        return new Requested(request(kind, session));
    }

    private static Request request(String kind, @Nullable String session) {
        Args args = session == null ? null : new Args(null, null, session, "c1", "o1", "https://app.example/logout");
        return new Request(
                "u1",
                History.OWNER,
                "s1",
                History.OWNER,
                "http://localhost:8080",
                new TriggerEvent("session", "s1", "session.terminated", 4, History.BEGIN),
                "session_logout.back_channel",
                "back_channel_logout",
                kind,
                null,
                args);
    }

    private void given(String aggregateId, Event... events) {
        for (Event event : events) {
            readSide.history().add(aggregateId, event);
        }
        readSide.apply();
    }

    private Notification get(String id) {
        return notifications.get(GetNotificationQuery.newBuilder()
                .setContext(context())
                .setNotificationId(id)
                .build());
    }

    private List<String> ids(SearchNotificationsRequest.Builder request) {
        return search(request).getNotificationsList().stream()
                .map(Notification::getNotificationId)
                .toList();
    }

    private SearchNotificationsResponse search(SearchNotificationsRequest.Builder request) {
        return notifications.search(SearchNotificationsQuery.newBuilder()
                .setContext(context())
                .setRequest(request)
                .build());
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
