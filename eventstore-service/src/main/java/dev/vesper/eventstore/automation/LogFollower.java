package dev.vesper.eventstore.automation;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;

/** Leads one reaction along the log. The cursor moves after a page is done, so nothing is left out by a crash. */
final class LogFollower {
    private final Reaction reaction;
    private final GlobalReader reader;
    private final Sql sql;
    private final Lead lead;
    private final int pageEvents;

    LogFollower(Reaction reaction, GlobalReader reader, Sql sql, Lead lead, int pageEvents) {
        this.reaction = reaction;
        this.reader = reader;
        this.sql = sql;
        this.lead = lead;
        this.pageEvents = pageEvents;
    }

    /** @return how many events it worked through: 0 when there was nothing to do, or another pod does it */
    int runOnce() {
        if (!lead.take()) {
            return 0;
        }
        var events = reader.read(cursor(), pageEvents).events();
        for (RecordedEvent event : events) {
            if (!event.isOpaque()) {
                reaction.react(event, lead);
            }
        }
        if (!events.isEmpty()) {
            move(events.getLast().cursor());
        }
        return events.size();
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
