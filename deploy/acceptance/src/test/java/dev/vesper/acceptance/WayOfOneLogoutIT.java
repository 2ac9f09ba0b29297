package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.local.Service;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pins what ARCHITECTURE.md counts: what one logout of one app leaves in the topic, between the click and the POST and after it. */
@Order(2)
@ExtendWith(WholeSystem.class)
final class WayOfOneLogoutIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void the_logout_of_one_app_is_four_records_of_three_transactions(Vesper vesper) {
        var person = vesper.person();
        var app = vesper.relyingParty();
        var signedIn = person.signInTo(app);
        var topic = vesper.topic();
        var before = topic.end();

        person.signOutOf(app, signedIn);

        var records = topic.becomes(
                before,
                LIMIT,
                "the logout is on record",
                events -> events.stream().anyMatch(event -> event.type().equals("session_logout.back_channel.sent")));
        var inOrder = records.stream()
                .sorted(Comparator.comparing(RecordedEvent::cursor))
                .toList();
        assertThat(inOrder)
                .extracting(RecordedEvent::type)
                .containsExactly(
                        "session.terminated",
                        "notification.requested",
                        "notification.sent",
                        "session_logout.back_channel.sent");
        assertThat(transactions(inOrder)).isEqualTo(3);
        assertThat(inOrder.getLast().aggregateId()).isEqualTo(signedIn.sid());
        assertThat(app.inbox().told()).hasSize(1);
    }

    @Test
    void one_trace_joins_the_click_the_events_and_the_post(Vesper vesper) {
        var person = vesper.person();
        var app = vesper.relyingParty();
        var signedIn = person.signInTo(app);
        var topic = vesper.topic();
        var before = topic.end();
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        person.carry("00-" + trace + "-00f067aa0ba902b7-01");
        person.signOutOf(app, signedIn);

        var told = Eventually.becomes(
                        LIMIT, "the app is told", () -> app.inbox().told(), all -> !all.isEmpty())
                .getFirst();
        assertThat(told.traceparent())
                .hasValueSatisfying(value -> assertThat(value).startsWith("00-" + trace));
        var traces = Eventually.becomes(
                LIMIT,
                "the logout is on record",
                () -> topic.tracesSince(before),
                all -> all.containsKey("session_logout.back_channel.sent"));
        assertThat(traces)
                .containsOnlyKeys(
                        "session.terminated",
                        "notification.requested",
                        "notification.sent",
                        "session_logout.back_channel.sent")
                .allSatisfy((_, value) -> assertThat(value).startsWith("00-" + trace));
        for (var service : List.of(Service.OIDC, Service.EVENTSTORE, Service.NOTIFIER)) {
            Eventually.isTrue(
                    LIMIT,
                    service.module() + " sends its spans",
                    () -> vesper.traces().hasSpan(service.module(), trace));
        }
    }

    private static long transactions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).distinct().count();
    }
}
