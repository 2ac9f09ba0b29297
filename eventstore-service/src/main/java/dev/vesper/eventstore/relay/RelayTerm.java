package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.log.PageLimit;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One leadership of a shard: carries what is new from the log to the topic, in transactions. It ends when the lease is lost
 * or anything fails; the next one finds out where this one stopped from the topic itself.
 */
final class RelayTerm {
    /** The part of a full batch below which a transaction is a small one. */
    private static final int FEW = 4;

    private final GlobalReader reader;
    private final RelayProducer producer;
    private final RelayCursor stored;
    private final Watermarks watermarks;
    private final LongSupplier nanoTime;
    private final KillPoint killPoint;
    private final PageLimit limit;
    private Cursor cursor = Cursor.START;
    private Cursor written = Cursor.START;

    RelayTerm(
            GlobalReader reader,
            RelayProducer producer,
            RelayCursor stored,
            Watermarks watermarks,
            LongSupplier nanoTime,
            KillPoint killPoint,
            PageLimit limit) {
        this.reader = reader;
        this.producer = producer;
        this.stored = stored;
        this.watermarks = watermarks;
        this.nanoTime = nanoTime;
        this.killPoint = killPoint;
        this.limit = limit;
    }

    RelayTerm startingAfter(Cursor start) {
        cursor = start;
        return this;
    }

    /** Relays one batch, if there is one. */
    Step runOnce(long epoch) {
        GlobalReader.Page page = reader.read(cursor, limit);
        List<RecordedEvent> missing =
                page.events().stream().filter(this::isMissing).toList();
        missing.forEach(event -> watermarks.recorded(event.partition(), event.cursor(), nanoTime.getAsLong()));
        List<Integer> silent = watermarks.due(page.upTo(), nanoTime.getAsLong());
        boolean committed = !missing.isEmpty() || !silent.isEmpty();
        if (committed) {
            producer.commit(missing, silent, page.upTo());
            silent.forEach(partition -> watermarks.recorded(partition, page.upTo(), nanoTime.getAsLong()));
            if (!missing.isEmpty()) {
                killPoint.reached(KillPoint.AFTER_COMMIT_BEFORE_CURSOR);
            }
        }
        // Others' events alone are no reason to write: a watermark follows them soon enough.
        if (committed && page.upTo().isAfter(written)) {
            if (!stored.move(epoch, page.upTo())) {
                return Step.DEPOSED;
            }
            written = page.upTo();
        }
        boolean moved = page.upTo().isAfter(cursor);
        cursor = page.upTo();
        if (!moved) {
            return Step.IDLE;
        }
        return page.events().size() < limit.events() / FEW ? Step.MOVED_FEW : Step.MOVED;
    }

    private boolean isMissing(RecordedEvent event) {
        return event.cursor().isAfter(watermarks.last(event.partition()));
    }

    enum Step {
        /** There may be more. */
        MOVED,
        /** It took less than a quarter of what it might: the log is caught up with, while pushes go on. */
        MOVED_FEW,
        /** Nothing new is below the horizon. */
        IDLE,
        /** A later leader is at work. */
        DEPOSED
    }
}
