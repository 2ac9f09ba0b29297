package dev.vesper.eventstore.automation;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.TypesReader;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;

/** Leads one reaction along the log. The cursor moves after a page is done, so nothing is left out by a crash. */
final class LogFollower {
    private final Reaction reaction;
    private final TypesReader reader;
    private final Sql sql;
    private final Lead lead;
    private final int pageEvents;
    private long epoch;
    /** Nobody else moves it while the lease is held in one epoch. */
    private Cursor place = Cursor.START;

    LogFollower(Reaction reaction, TypesReader reader, Sql sql, Lead lead, int pageEvents) {
        this.reaction = reaction;
        this.reader = reader;
        this.sql = sql;
        this.lead = lead;
        this.pageEvents = pageEvents;
    }

    /** @return how many events it passed: 0 when there was nothing new, or another pod does it */
    long runOnce() {
        if (!lead.take()) {
            return 0;
        }
        if (lead.epoch() != epoch) {
            place = cursor();
            epoch = lead.epoch();
        }
        TypesReader.Page page = reader.read(place, pageEvents);
        for (RecordedEvent event : page.events()) {
            if (!event.isOpaque()) {
                reaction.react(event, lead);
            }
        }
        if (page.seen() > 0) {
            move(page.upTo());
            place = page.upTo();
        }
        if (!isBehind(page.seen())) {
            reaction.caughtUp(lead);
        }
        return page.seen();
    }

    /** Whether there may be more right now, after it passed so many. */
    boolean isBehind(long passed) {
        return passed >= pageEvents;
    }

    void stop() {
        lead.release();
    }

    String name() {
        return reaction.name();
    }

    private Cursor cursor() {
        return sql.run(Statement.of("automation/read_cursor", reaction.name())).stream()
                .map(row -> new Cursor(row.getLong("position"), row.getInteger("in_tx_order")))
                .findFirst()
                .orElse(Cursor.START);
    }

    private void move(Cursor cursor) {
        sql.run(Statement.of(
                "automation/move_cursor", reaction.name(), lead.epoch(), cursor.position(), cursor.inTxOrder()));
    }
}
