package dev.vesper.simulation.world;

import static dev.vesper.simulation.world.Promises.expect;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.simulation.broker.Broker;
import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What must hold of each partition of the topic, whenever something became visible in it. */
final class TopicPromises implements IntConsumer {
    private final Broker broker;
    private final Server database;
    private final Map<Integer, List<Cursor>> events = new HashMap<>();
    private final Map<Integer, Integer> looked = new HashMap<>();

    TopicPromises(Broker broker, Server database) {
        this.broker = broker;
        this.database = database;
    }

    @Override
    public void accept(int partition) {
        List<ProducerRecord<byte[], byte[]>> visible = broker.visible(partition);
        int from = looked.getOrDefault(partition, 0);
        visible.subList(from, visible.size()).forEach(record -> became(partition, record));
        looked.put(partition, visible.size());
    }

    List<Cursor> events(int partition) {
        return events.computeIfAbsent(partition, _ -> new ArrayList<>());
    }

    private void became(int partition, ProducerRecord<byte[], byte[]> record) {
        Function<String, byte @Nullable []> headers = name -> header(record, name);
        Cursor cursor = KafkaRecords.cursor(headers);
        List<Cursor> before = events(partition);
        if (KafkaRecords.isWatermark(headers)) {
            long promised = database.table("events2").rows().stream()
                    .filter(event -> event.number("partition") == partition)
                    .filter(event -> !cursor(event).isAfter(cursor))
                    .count();
            expect(
                    promised == before.size(),
                    "a watermark of partition %s promises %s events up to %s, and there are %s",
                    partition,
                    promised,
                    cursor,
                    before.size());
            expect(isComplete(cursor), "a watermark promises %s, and a lower position may still come", cursor);
            return;
        }
        expect(
                before.isEmpty() || cursor.isAfter(before.getLast()),
                "partition %s holds %s after %s",
                partition,
                cursor,
                before.isEmpty() ? null : before.getLast());
        before.add(cursor);
    }

    private boolean isComplete(Cursor cursor) {
        return cursor.position() < database.snapshotXmin();
    }

    private static Cursor cursor(TableRow event) {
        return new Cursor(event.number("position"), (int) event.number("in_tx_order"));
    }

    private static byte @Nullable [] header(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : Objects.requireNonNull(header).value();
    }
}
