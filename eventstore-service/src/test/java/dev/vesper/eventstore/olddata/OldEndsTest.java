package dev.vesper.eventstore.olddata;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventType;
import dev.vesper.events.EventTypes;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.write.EndMarkers;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class OldEndsTest {
    private static final AggregateId AGGREGATE = new AggregateId("aggregate", "t", "aggregate");
    private static final String PAYLOAD = "{\"appId\":\"app\",\"reason\":\"user\"}";

    /** Events that the system before does not have. */
    private static final Predicate<String> OURS_ALONE =
            name -> name.endsWith("sessions.ended") || name.equals("oidc_session.ended");

    @Test
    void old_events_end_what_the_same_events_end_today() {
        for (OldEnds.OldEnd end : OldEnds.ALL) {
            Marker marker =
                    markerOf(EventTypes.find(end.eventType(), 1).orElseThrow()).orElseThrow();
            assertThat(marker.subject().kind()).isEqualTo(end.kind());
            assertThat(marker.subject().id()).isEqualTo(end.field().isEmpty() ? "aggregate" : "app");
            assertThat(marker.reason()).as(end.eventType()).isEqualTo(end.reason());
        }
    }

    @Test
    void no_event_that_ends_something_is_forgotten() {
        Set<String> known = OldEnds.ALL.stream().map(OldEnds.OldEnd::eventType).collect(toSet());
        assertThat(EventTypes.all().stream()
                        .filter(type -> endsSomething(type))
                        .map(EventType::name)
                        .filter(OURS_ALONE.negate()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static boolean endsSomething(EventType<?> type) {
        try {
            return markerOf(type).isPresent();
        } catch (RuntimeException needsMore) {
            return false; // Ends carry an app and a reason at most.
        }
    }

    private static Optional<Marker> markerOf(EventType<?> type) {
        var codec = new EventCodec((instanceId, userId) -> Optional.empty());
        Event event = codec.decode(new RecordedEvent(
                "i", type.aggregateType(), "aggregate", type.name(), 1, 1, Instant.EPOCH, PAYLOAD, "c", "o", 1, 0, 0));
        return EndMarkers.of(AGGREGATE, event);
    }
}
