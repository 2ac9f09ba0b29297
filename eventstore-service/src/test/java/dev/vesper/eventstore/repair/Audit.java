package dev.vesper.eventstore.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.repair.Stage.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What must hold of the log and the topic whatever happened to their servers. */
final class Audit {
    private Audit() {}

    /** Both hold the same events, each once, and no reader of the topic was promised what did not come true. */
    static void agree(List<RecordedEvent> log, List<Found> topic) {
        List<RecordedEvent> relayed =
                topic.stream().flatMap(found -> found.event().stream()).toList();
        assertThat(relayed).extracting(RecordedEvent::cursor).doesNotHaveDuplicates();
        assertThat(new HashSet<>(relayed.stream().map(Audit::identity).toList()))
                .isEqualTo(new HashSet<>(log.stream().map(Audit::identity).toList()));
        contiguous(log);
        contiguous(relayed);
        nothingBelowWhatWasPassed(topic);
    }

    /** Each aggregate's events in sequence, without a gap, in the order given. */
    static void contiguous(List<RecordedEvent> events) {
        Map<AggregateId, Long> last = new HashMap<>();
        for (RecordedEvent event : events) {
            assertThat(event.sequence())
                    .as("sequence of %s at %s", AggregateId.of(event), event.cursor())
                    .isEqualTo(last.getOrDefault(AggregateId.of(event), 0L) + 1);
            last.put(AggregateId.of(event), event.sequence());
        }
    }

    /** An event at or below a record before it, be that an event or a watermark, would be passed over by readers. */
    static void nothingBelowWhatWasPassed(List<Found> topic) {
        Map<Integer, Cursor> passed = new HashMap<>();
        List<String> late = new ArrayList<>();
        for (Found found : topic) {
            Cursor before = passed.getOrDefault(found.partition(), Cursor.START);
            if (!found.watermark() && !found.cursor().isAfter(before)) {
                late.add("%s in partition %d behind %s".formatted(found.cursor(), found.partition(), before));
            }
            passed.put(found.partition(), found.cursor().isAfter(before) ? found.cursor() : before);
        }
        assertThat(late).isEmpty();
    }

    private static List<Object> identity(RecordedEvent event) {
        return List.of(AggregateId.of(event), event.sequence(), event.cursor(), event.type(), event.createdAt());
    }
}
