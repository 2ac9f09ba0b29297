package dev.vesper.simulation.world;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.sql.PooledSql;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.simulation.database.Driver;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Follows the global order, as an automation or a rebuild does, and remembers what it was given. */
final class OrderReader implements Runnable {
    private static final int PAGE = 3;
    private static final Duration REST = Duration.ofMillis(60);

    private final List<RecordedEvent> seen = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    @Override
    public void run() {
        GlobalReader reader = new GlobalReader(
                new PooledSql(new Pool(Driver.pool()), SqlSource.RESOURCES, Duration.ofSeconds(5)),
                IntStream.range(0, Settings.PARTITIONS));
        Cursor cursor = Cursor.START;
        while (true) {
            cursor = follow(reader, cursor);
            rest();
        }
    }

    List<RecordedEvent> seen() {
        return seen;
    }

    private void see(RecordedEvent event) {
        Promises.expect(
                seen.isEmpty() || event.cursor().isAfter(seen.getLast().cursor()),
                "a reader of the order goes back to %s",
                event);
        seen.add(event);
        String aggregate = event.instanceId() + "/" + event.aggregateType() + "/" + event.aggregateId();
        long before = sequences.merge(aggregate, 1L, Long::sum);
        Promises.expect(event.sequence() == before, "a reader of the order sees %s as number %s", event, before);
    }

    private Cursor follow(GlobalReader reader, Cursor after) {
        GlobalReader.Page page;
        try {
            page = reader.read(after, PAGE);
        } catch (RuntimeException away) {
            return after;
        }
        page.events().forEach(this::see);
        return page.upTo();
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
