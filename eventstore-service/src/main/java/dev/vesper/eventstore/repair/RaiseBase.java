package dev.vesper.eventstore.repair;

import static dev.vesper.eventstore.repair.LostEvents.column;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings lost events back and raises the base, in one transaction. */
final class RaiseBase {
    private static final int EVENTS_PER_STATEMENT = 500;

    private final Session session;
    private final Function<RecordedEvent, Optional<Marker>> endOf;

    /** @param endOf what an event ended, so that nothing is minted for it any more */
    RaiseBase(Session session, Function<RecordedEvent, Optional<Marker>> endOf) {
        this.session = session;
        this.endOf = endOf;
    }

    /**
     * @param logEnd where the log ended when the lost events were found
     * @param lost come back at the places where they stood
     * @return whether the base was below that
     * @throws IllegalStateException when the log has moved since, and nothing was changed
     */
    boolean to(long base, String reason, Cursor logEnd, List<RecordedEvent> lost) {
        session.run(Statement.control("log/begin"));
        try {
            session.run(Statement.of("repair/no_time_limit"));
            session.run(Statement.of("repair/lock_base"));
            if (!lost.isEmpty()) {
                requireEnd(logEnd);
                bringBack(lost);
            }
            boolean raised = session.run(Statement.of("repair/raise_base", base, reason))
                    .iterator()
                    .next()
                    .getBoolean("raised");
            session.run(Statement.control("log/commit"));
            return raised;
        } catch (RuntimeException e) {
            session.run(Statement.control("log/rollback"));
            throw e;
        }
    }

    private void requireEnd(Cursor logEnd) {
        for (Row row : session.run(Statement.of("repair/read_log_end"))) {
            Cursor end = new Cursor(row.getLong("position"), row.getInteger("in_tx_order"));
            if (!end.equals(logEnd)) {
                throw new IllegalStateException("the log has moved on to %s while it was compared; run the repair again"
                        .formatted(Places.text(end)));
            }
        }
    }

    private void bringBack(List<RecordedEvent> lost) {
        for (int from = 0; from < lost.size(); from += EVENTS_PER_STATEMENT) {
            List<RecordedEvent> some = lost.subList(from, Math.min(from + EVENTS_PER_STATEMENT, lost.size()));
            session.run(events(some));
            session.run(heads(some));
            session.run(ends(some));
        }
    }

    private static Statement events(List<RecordedEvent> lost) {
        return Statement.of(
                "repair/bring_back_events",
                column(lost, RecordedEvent::instanceId, String[]::new),
                column(lost, RecordedEvent::aggregateType, String[]::new),
                column(lost, RecordedEvent::aggregateId, String[]::new),
                column(lost, RecordedEvent::type, String[]::new),
                column(lost, RecordedEvent::sequence, Long[]::new),
                column(lost, RecordedEvent::revision, Integer[]::new),
                column(lost, RecordedEvent::payload, String[]::new),
                column(lost, RecordedEvent::creator, String[]::new),
                column(lost, RecordedEvent::owner, String[]::new),
                column(lost, RecordedEvent::position, Long[]::new),
                column(lost, RecordedEvent::inTxOrder, Integer[]::new),
                column(lost, RecordedEvent::partition, Integer[]::new),
                column(lost, event -> event.createdAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
    }

    private static Statement heads(List<RecordedEvent> lost) {
        return Statement.of(
                "repair/bring_back_heads",
                column(lost, RecordedEvent::instanceId, String[]::new),
                column(lost, RecordedEvent::aggregateType, String[]::new),
                column(lost, RecordedEvent::aggregateId, String[]::new),
                column(lost, RecordedEvent::sequence, Long[]::new),
                column(lost, RecordedEvent::owner, String[]::new),
                column(lost, RecordedEvent::position, Long[]::new));
    }

    private Statement ends(List<RecordedEvent> lost) {
        List<Marker> markers = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (RecordedEvent event : lost) {
            endOf.apply(event).ifPresent(marker -> {
                markers.add(marker);
                positions.add(event.position());
            });
        }
        return Statement.of(
                "repair/bring_back_ends",
                texts(markers, marker -> marker.subject().instanceId()),
                texts(markers, marker -> marker.subject().kind()),
                texts(markers, marker -> marker.subject().id()),
                texts(markers, Marker::reason),
                positions.toArray(Long[]::new));
    }

    private static String[] texts(List<Marker> markers, Function<Marker, String> column) {
        return markers.stream().map(column).toArray(String[]::new);
    }
}
