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
            List<RecordedEvent> page = read(reader, cursor);
            page.forEach(this::see);
            cursor = page.isEmpty() ? cursor : page.getLast().cursor();
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

    private static List<RecordedEvent> read(GlobalReader reader, Cursor after) {
        try {
            return reader.read(after, PAGE).events();
        } catch (dev.vesper.simulation.scheduling.Violation broken) {
            throw broken;
        } catch (RuntimeException away) {
            return List.of();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
