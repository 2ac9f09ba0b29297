package dev.vesper.eventstore.relay;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How far a shard has relayed, as the database remembers it. */
final class RelayCursor {
    private final Sql sql;
    private final int shard;
    private final String topicId;

    /** @param shard its number */
    RelayCursor(Sql sql, int shard, String topicId) {
        this.sql = sql;
        this.shard = shard;
        this.topicId = topicId;
    }

    /** The topics that any shard ever relayed to: one, if it is still the same. */
    static Set<String> topicIds(Sql sql) {
        Set<String> ids = new HashSet<>();
        sql.run(Statement.of("relay/read_topic_ids")).forEach(row -> ids.add(row.getString(0)));
        return ids;
    }

    /** @return by partition, whichever shard wrote it; without those that were never written, or for another topic */
    Map<Integer, Cursor> read(int partitions) {
        Map<Integer, Cursor> known = new HashMap<>();
        for (Row row : sql.run(Statement.of("relay/read_cursors", partitions, topicId))) {
            known.put(row.getInteger(0), new Cursor(row.getLong(1), row.getInteger(2)));
        }
        return known;
    }

    /** @return false when a leader of a later epoch has written it */
    boolean move(long epoch, Cursor to) {
        return sql.run(Statement.of("relay/move_cursor", shard, epoch, topicId, to.position(), to.inTxOrder()))
                        .rowCount()
                == 1;
    }
}
