package dev.vesper.eventstore.retention;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far all have come who read the log from where they left off. The event at that position stays, too, so the last event
 * of the log is never archived, and whoever looks for it finds it where it always stood.
 */
final class Passed {
    private final Sql sql;
    private final List<String> automations;

    /** @param automations names of those that follow the log */
    Passed(Sql sql, List<String> automations) {
        this.sql = sql;
        this.automations = List.copyOf(automations);
    }

    /** Everything below it was relayed and answered; empty while somebody has not begun. */
    OptionalLong position() {
        for (Row row : sql.run(Statement.of("retention/read_passed", (Object) automations.toArray(String[]::new)))) {
            return OptionalLong.of(row.getLong(0));
        }
        return OptionalLong.empty();
    }
}
