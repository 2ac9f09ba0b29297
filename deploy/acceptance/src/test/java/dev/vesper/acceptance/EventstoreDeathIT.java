package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.local.Service;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A push that was answered is never lost, and no reader of the topic ever misses it or sees it twice. */
@Order(6)
@ExtendWith(WholeSystem.class)
final class EventstoreDeathIT {
    private static final int WRITERS = 100;
    private static final int PUSHES_BEFORE_THE_KILL = 300;
    private static final int DEATHS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void every_push_that_was_answered_before_a_kill_is_in_kafka_exactly_once(Vesper vesper) throws Exception {
        var topic = vesper.topic();
        var before = topic.end();
        try (var internal = vesper.internal(Service.EVENTSTORE)) {
            var pushes = new Pushes(internal, vesper.instanceId());
            var pushing = CompletableFuture.runAsync(() -> pushes.pushUntilFailure(WRITERS));
            Eventually.isTrue(LIMIT, "pushes are answered", () -> pushes.answered() >= PUSHES_BEFORE_THE_KILL);
            vesper.stack().kill(Service.EVENTSTORE);
            pushing.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(pushes.unanswered()).as("pushes under way at the kill").isPositive();

            vesper.stack().restart(Service.EVENTSTORE, Map.of());
            pushes.repeatUnanswered();

            assertThat(pushes.unanswered()).as("still unanswered").isZero();
            assertInKafkaOnce(pushes.places(), topic, before);
        }
    }

    @Test
    void a_relay_that_dies_between_kafkas_commit_and_its_cursor_writes_nothing_twice(Vesper vesper) {
        var topic = vesper.topic();
        var before = topic.end();
        var deaths = new Deaths(vesper.stack(), Service.EVENTSTORE);
        try (var internal = vesper.internal(Service.EVENTSTORE)) {
            var pushes = new Pushes(internal, vesper.instanceId());
            for (int death = 0; death < DEATHS; death++) {
                deaths.restartToDieAt("relay.after-commit-before-cursor", () -> pushes.pushAtOnce(WRITERS / DEATHS));
            }

            vesper.stack().restart(Service.EVENTSTORE, Map.of());
            pushes.repeatUnanswered();

            assertThat(pushes.unanswered()).as("still unanswered").isZero();
            assertInKafkaOnce(pushes.places(), topic, before);
        }
    }

    private static void assertInKafkaOnce(List<Cursor> places, Topic topic, Topic.Mark before) {
        assertThat(places).doesNotHaveDuplicates();
        var wanted = new HashSet<>(places);
        var events = topic.becomes(before, LIMIT, "all pushes are in Kafka", all -> {
            var seen = new HashSet<>(all.stream().map(RecordedEvent::cursor).toList());
            return seen.containsAll(wanted);
        });
        assertThat(events).extracting(RecordedEvent::cursor).doesNotHaveDuplicates();
    }
}
