package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;

/** How far a shard has relayed, as the database remembers it. */
final class RelayCursor {
    private final Sql sql;
    private final int shard;
    private final String topicId;

    RelayCursor(Sql sql, int shard, String topicId) {
        this.sql = sql;
        this.shard = shard;
        this.topicId = topicId;
    }

    /** @return empty where it was never written, or for another topic: that one's records are not in this one */
    Optional<Cursor> read() {
        for (Row row : sql.run(Statement.of("relay/read_cursor", shard))) {
            return Optional.of(new Cursor(row.getLong(1), row.getInteger(2)))
                    .filter(_ -> topicId.equals(row.getString(0)));
        }
        return Optional.empty();
    }

    /** @return false when a leader of a later epoch has written it */
    boolean move(long epoch, Cursor to) {
        return sql.run(Statement.of("relay/move_cursor", shard, epoch, topicId, to.position(), to.inTxOrder()))
                        .rowCount()
                == 1;
    }
}
