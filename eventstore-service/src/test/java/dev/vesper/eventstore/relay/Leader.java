package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.log.PageLimit;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** A leadership that a test takes step by step, on a clock that stands still. */
final class Leader implements AutoCloseable {
    final RelayTerm term;
    final RelayCursor cursor;
    final AtomicLong nanoTime = new AtomicLong();
    private final RelayProducer producer;

    Leader(RelayUnderTest relay, TestLogs logs, long epoch) {
        Session session = logs.session(SqlSource.RESOURCES);
        String topicId = new TopicCheck(relay.topic).check(RelayCursor.topicIds(session));
        KafkaClients clients = new KafkaClients(relay.topic, relay.config, relay.onlyShard());
        producer = new RelayProducer(clients.producer(), relay.topic, new TraceNotes(10), RelayUnderTest.NOWHERE);
        producer.fence();
        cursor = new RelayCursor(session, 0, topicId);
        List<Integer> partitions =
                IntStream.range(0, relay.topic.partitions()).boxed().toList();
        ResumePoints resume;
        try (var consumer = clients.tailConsumer()) {
            var tail = new TopicTail(consumer, relay.config.brokerTimeout())
                    .read(partitions.stream()
                            .map(partition -> new TopicPartition(relay.topic.name(), partition))
                            .toList());
            resume = ResumePoints.of(partitions, tail, Map.of());
        }
        var watermarks = new Watermarks(
                relay.config.busyWatermark(), relay.config.idleWatermark(), resume.byPartition(), nanoTime.get());
        var reader = new GlobalReader(session, IntStream.range(0, relay.topic.partitions()));
        var limit = new PageLimit(100, relay.config.batchBytes(), RelayUnderTest.LARGEST_PAYLOAD);
        var seldom = new SeldomCursor(cursor, relay.config.cursorInterval(), nanoTime::get);
        term = new RelayTerm(reader, producer, seldom, watermarks, nanoTime::get, RelayUnderTest.NOWHERE, limit)
                .startingAfter(resume.earliest());
        cursor.move(epoch, resume.earliest());
    }

    @Override
    public void close() {
        producer.close();
    }
}
