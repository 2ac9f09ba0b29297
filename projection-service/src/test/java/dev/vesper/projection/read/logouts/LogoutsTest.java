package dev.vesper.projection.read.logouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LogoutsTest {
    private final ReadSide readSide = new ReadSide();
    private final LogoutReader logouts = new LogoutReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void while_the_session_lives_nobody_is_to_be_told() {
        given("s1", registered("c1"));

        assertThat(list()).isEmpty();
    }

    @Test
    void when_the_session_has_ended_each_registered_app_is_pending() {
        given("s1", registered("c1"), registered("c2"), new SessionEvent.Terminated(null, "user"));

        assertThat(list()).extracting(SessionLogout::getClientId).containsExactly("c1", "c2");
        assertThat(list()).extracting(SessionLogout::getState).containsOnly("pending");
    }

    @Test
    void when_one_apps_part_has_ended_that_app_alone_is_pending() {
        given("s1", registered("c1"), registered("c2"));
        given("o-c2", new OidcSessionEvent.Ended("app_removed"));

        assertThat(list()).extracting(SessionLogout::getClientId).containsExactly("c2");
    }

    @Test
    void a_logout_shows_its_attempts_until_it_is_sent() {
        given("s1", registered("c1"), new SessionEvent.Terminated(null, "user"));
        given("n1", requested("c1"));
        assertThat(only().getState()).isEqualTo("pending");
        assertThat(only().getNotificationId()).isEqualTo("n1");

        given("n1", new NotificationEvent.RetryRequested(request("c1"), "answered 500", 500, 1, Duration.ofSeconds(3)));
        SessionLogout retrying = only();
        assertThat(retrying.getState()).isEqualTo("retrying");
        assertThat(retrying.getAttempts()).isEqualTo(1);
        assertThat(retrying.getLastStatus()).isEqualTo(500);
        assertThat(retrying.getLastError()).isEqualTo("answered 500");
        assertThat(retrying.getNextAttemptAt().getSeconds())
                .isEqualTo(retrying.getLastAttemptAt().getSeconds() + 3);

        given("n1", new NotificationEvent.Sent(2, 200));
        given("s1", new SessionLogoutEvent.BackChannelSent("c1", "o-c1"));
        SessionLogout sent = only();
        assertThat(sent.getState()).isEqualTo("sent");
        assertThat(sent.getAttempts()).isEqualTo(2);
        assertThat(sent.getLastStatus()).isEqualTo(200);
        assertThat(sent.hasNextAttemptAt()).isFalse();
        assertThat(sent.hasFinishedAt()).isTrue();
    }

    @Test
    void a_canceled_logout_says_why() {
        given("s1", registered("c1"), new SessionEvent.Terminated(null, "user"));
        given("n1", requested("c1"), new NotificationEvent.Canceled("answered 400", "permanent", 1, 400));

        assertThat(only().getState()).isEqualTo("canceled");
        assertThat(only().getLastError()).isEqualTo("answered 400");
        assertThat(only().getLastStatus()).isEqualTo(400);
    }

    private static SessionLogoutEvent registered(String clientId) {
        return new SessionLogoutEvent.BackChannelRegistered(
                "o-" + clientId, "u1", clientId, "https://" + clientId + ".example/logout");
    }

    private static NotificationEvent requested(String clientId) {
        return new NotificationEvent.Requested(request(clientId));
    }

    private static Request request(String clientId) {
        return new Request(
                "u1",
                History.OWNER,
                "s1",
                History.OWNER,
                "http://localhost:8080",
                new TriggerEvent("session", "s1", "session.terminated", 4, History.BEGIN),
                "session_logout.back_channel",
                "LogoutToken",
                "security_event_token",
                null,
                new Args("http://localhost:8080", "localhost", "s1", clientId, "o-" + clientId, "https://x.example"));
    }

    private void given(String aggregateId, Event... events) {
        for (Event event : events) {
            readSide.history().add(aggregateId, event);
        }
        readSide.apply();
    }

    private SessionLogout only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    private List<SessionLogout> list() {
        return logouts.list(ListSessionLogoutsQuery.newBuilder()
                        .setContext(QueryContext.newBuilder().setInstanceId(History.INSTANCE))
                        .setSessionId("s1")
                        .build())
                .getLogoutsList();
    }
}
