package dev.vesper.eventstore.olddata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Partitions;
import dev.vesper.eventstore.log.TestLogs;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What readers of the log see after a migration, beside the rows of the old table. It shares no line with the command's own verification. */
final class BroughtOver {
    private BroughtOver() {}

    static void assertIn(TestLogs logs, OldSystem system) throws SQLException {
        List<RecordedEvent> events = readAll(logs);
        List<String> names = events.stream().map(BroughtOver::text).sorted().toList();
        assertThat(names).isEqualTo(system.texts("""
                SELECT concat_ws('/', instance_id, aggregate_type, aggregate_id, event_sequence, event_type,
                    1000 + substr(aggregate_version, 2)::integer, (extract(epoch FROM creation_date) * 1000000)::bigint,
                    coalesce(event_data::text, ''), editor_user, resource_owner)
                FROM eventstore.events_old""").stream().sorted().toList());
        assertSequencesGrow(events);
        assertPlaces(events);
    }

    static List<RecordedEvent> readAll(TestLogs logs) {
        var reader = logs.globalReader(TestLogs.SQL);
        List<RecordedEvent> all = new ArrayList<>();
        for (Cursor cursor = Cursor.START; ; cursor = all.getLast().cursor()) {
            var page = reader.read(cursor, 997).events();
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
        }
    }

    private static void assertSequencesGrow(List<RecordedEvent> events) {
        Map<AggregateId, Long> last = new HashMap<>();
        for (RecordedEvent event : events) {
            Long before = last.put(AggregateId.of(event), event.sequence());
            assertThat(before == null ? 0 : before).as("before %s", event).isLessThan(event.sequence());
        }
    }

    /** Its own time, or its predecessor's place where the clock went back; ranks from 0; the partition of its key. */
    private static void assertPlaces(List<RecordedEvent> events) {
        Partitions partitions = new Partitions(TestLogs.PARTITIONS);
        Map<AggregateId, Long> places = new HashMap<>();
        Cursor before = Cursor.START;
        for (RecordedEvent event : events) {
            long own = ChronoUnit.MICROS.between(Instant.EPOCH, event.createdAt());
            long place = places.merge(AggregateId.of(event), own, Math::max);
            assertThat(event.position()).as("%s", event).isEqualTo(place);
            boolean first = before.position() < event.position();
            assertThat(event.inTxOrder()).isEqualTo(first ? 0 : before.inTxOrder() + 1);
            assertThat(event.partition()).isEqualTo(partitions.of(AggregateId.of(event)));
            before = event.cursor();
        }
    }

    private static String text(RecordedEvent event) {
        return String.join(
                "/",
                event.instanceId(),
                event.aggregateType(),
                event.aggregateId(),
                Long.toString(event.sequence()),
                event.type(),
                Integer.toString(event.revision()),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, event.createdAt())),
                event.payload(),
                event.creator(),
                event.owner());
    }
}
