package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.log.PageLimit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One leadership of a shard: carries what is new from the log to the topic, in transactions. It ends when the lease is lost
 * or anything fails; the next one finds out where this one stopped from the topic itself.
 */
final class RelayTerm {
    /** So many events, or a few more, are not worth a wait for others. */
    private static final int HANDFUL = 16;

    /** The part of a page from which there may be more behind it. */
    private static final int FULL = 4;

    private final GlobalReader reader;
    private final RelayProducer producer;
    private final SeldomCursor stored;
    private final Watermarks watermarks;
    private final LongSupplier nanoTime;
    private final KillPoint killPoint;
    private final PageLimit limit;
    private Cursor cursor = Cursor.START;
    private Optional<GlobalReader.Page> ahead = Optional.empty();

    RelayTerm(
            GlobalReader reader,
            RelayProducer producer,
            SeldomCursor stored,
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
        GlobalReader.Page page = ahead.orElseGet(() -> reader.read(cursor, limit));
        ahead = Optional.empty();
        List<RecordedEvent> missing =
                page.events().stream().filter(this::isMissing).toList();
        missing.forEach(event -> watermarks.recorded(event.partition(), event.cursor(), nanoTime.getAsLong()));
        List<Integer> silent = watermarks.due(page.upTo(), nanoTime.getAsLong());
        // Others' events alone are no reason to write: a watermark follows them soon enough.
        if (!missing.isEmpty() || !silent.isEmpty()) {
            commit(page, missing, silent);
        }
        if (!stored.keep(epoch)) {
            return Step.DEPOSED;
        }
        boolean moved = page.upTo().isAfter(cursor);
        cursor = page.upTo();
        return moved ? step(page) : Step.IDLE;
    }

    private void commit(GlobalReader.Page page, List<RecordedEvent> missing, List<Integer> silent) {
        producer.commit(missing, silent, page.upTo(), () -> readAhead(page));
        silent.forEach(partition -> watermarks.recorded(partition, page.upTo(), nanoTime.getAsLong()));
        if (!missing.isEmpty()) {
            killPoint.reached(KillPoint.AFTER_COMMIT_BEFORE_CURSOR);
        }
        stored.reached(page.upTo());
    }

    /** What stands below the horizon stays as it is, so the next page of a long way can be read before this one counts. */
    private void readAhead(GlobalReader.Page page) {
        if (isFull(page)) {
            ahead = Optional.of(reader.read(page.upTo(), limit));
        }
    }

    private Step step(GlobalReader.Page page) {
        if (isFull(page) || ahead.isPresent()) {
            return Step.MOVED;
        }
        return page.events().size() > HANDFUL ? Step.MOVED_SOME : Step.MOVED_FEW;
    }

    /** A shard's own events are only some of those that a page looks at. */
    private boolean isFull(GlobalReader.Page page) {
        return page.events().size() >= limit.events() / FULL;
    }

    private boolean isMissing(RecordedEvent event) {
        return event.cursor().isAfter(watermarks.last(event.partition()));
    }

    enum Step {
        /** There is more, or may be. */
        MOVED,
        /** The log was caught up with, and there were many pushes meanwhile. */
        MOVED_SOME,
        /** The log was caught up with. */
        MOVED_FEW,
        /** Nothing new is below the horizon. */
        IDLE,
        /** A later leader is at work. */
        DEPOSED
    }
}
