package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.GlobalReader;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One leadership of a shard: carries what is new from the log to the topic, in transactions. It ends when the lease is lost
 * or anything fails; the next one finds out where this one stopped from the topic itself.
 */
final class RelayTerm {
    private final GlobalReader reader;
    private final RelayProducer producer;
    private final RelayCursor stored;
    private final Watermarks watermarks;
    private final LongSupplier nanoTime;
    private final KillPoint killPoint;
    private final int batchEvents;
    private Cursor cursor = Cursor.START;

    RelayTerm(
            GlobalReader reader,
            RelayProducer producer,
            RelayCursor stored,
            Watermarks watermarks,
            LongSupplier nanoTime,
            KillPoint killPoint,
            int batchEvents) {
        this.reader = reader;
        this.producer = producer;
        this.stored = stored;
        this.watermarks = watermarks;
        this.nanoTime = nanoTime;
        this.killPoint = killPoint;
        this.batchEvents = batchEvents;
    }

    RelayTerm startingAfter(Cursor start) {
        cursor = start;
        return this;
    }

    /** Relays one batch, if there is one. */
    Step runOnce(long epoch) {
        List<RecordedEvent> page = reader.read(cursor, batchEvents).events();
        Cursor next = page.isEmpty() ? cursor : page.getLast().cursor();
        List<RecordedEvent> missing = page.stream().filter(this::isMissing).toList();
        missing.forEach(event -> watermarks.recorded(event.partition(), event.cursor(), nanoTime.getAsLong()));
        List<Integer> silent = watermarks.due(next, nanoTime.getAsLong());
        if (!missing.isEmpty() || !silent.isEmpty()) {
            producer.commit(missing, silent, next);
            silent.forEach(partition -> watermarks.recorded(partition, next, nanoTime.getAsLong()));
        }
        if (!missing.isEmpty()) {
            killPoint.reached(KillPoint.AFTER_COMMIT_BEFORE_CURSOR);
        }
        if (next.isAfter(cursor) && !stored.move(epoch, next)) {
            return Step.DEPOSED;
        }
        cursor = next;
        return page.isEmpty() ? Step.IDLE : Step.MOVED;
    }

    private boolean isMissing(RecordedEvent event) {
        return event.cursor().isAfter(watermarks.last(event.partition()));
    }

    enum Step {
        /** There may be more. */
        MOVED,
        /** Nothing new is below the horizon. */
        IDLE,
        /** A later leader is at work. */
        DEPOSED
    }
}
