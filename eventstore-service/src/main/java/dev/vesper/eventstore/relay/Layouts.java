package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The layouts as the database knows them, which all pods obey. */
final class Layouts {
    private final Sql sql;

    Layouts(Sql sql) {
        this.sql = sql;
    }

    /** What counts now; {@link Layout#NONE} before the first. */
    Layout newest() {
        return list(sql.run(Statement.of("relay/read_layout"))).stream()
                .findFirst()
                .orElse(Layout.NONE);
    }

    /**
     * Begins a layout of that many shards, unless the newest has as many.
     *
     * @param transactionalIds what the transactional ids of new shards begin with
     * @return the one that was begun; empty also where another pod was faster
     */
    Optional<Layout> wish(int shards, String transactionalIds) {
        Layout newest = newest();
        return newest.size() == shards
                ? Optional.empty()
                : list(sql.run(Statement.of("relay/begin_layout", newest.firstShard(), shards, transactionalIds)))
                        .stream()
                        .findFirst();
    }

    /** Shards before this one's layout, of which a producer may still be at work. */
    List<Shard> forerunners(Shard shard) {
        return list(sql.run(Statement.of("relay/find_unfenced_layouts", first(shard)))).stream()
                .flatMap(layout -> layout.shards().stream())
                .toList();
    }

    /** No producer of a layout before this shard's can write any more. */
    void fenced(Shard shard) {
        sql.run(Statement.of("relay/mark_fenced", first(shard)));
    }

    private static int first(Shard shard) {
        return shard.number() - shard.index();
    }

    private static List<Layout> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Layout(row.getInteger(0), row.getInteger(1), row.getString(2)))
                .toList();
    }
}
