package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.log.GlobalReader;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** A leadership that a test takes step by step. */
final class Leader implements AutoCloseable {
    final RelayTerm term;
    final RelayCursor cursor;
    private final RelayProducer producer;

    Leader(RelayUnderTest relay, TestLogs logs, String topicId, long epoch) {
        Session session = logs.session(SqlSource.RESOURCES);
        producer = new RelayProducer(relay.clients().producer(), relay.topic.name(), new TraceNotes(10));
        producer.fence();
        cursor = new RelayCursor(session, 0, topicId);
        List<Integer> partitions =
                IntStream.range(0, relay.topic.partitions()).boxed().toList();
        ResumePoints resume;
        try (var consumer = relay.clients().tailConsumer()) {
            var tail = new TopicTail(consumer, relay.config.brokerTimeout())
                    .read(partitions.stream()
                            .map(partition -> new TopicPartition(relay.topic.name(), partition))
                            .toList());
            resume = ResumePoints.of(partitions, tail, cursor.read());
        }
        var watermarks = new Watermarks(
                relay.config.busyWatermark(), relay.config.idleWatermark(), resume.byPartition(), System.nanoTime());
        var reader = new GlobalReader(session, IntStream.range(0, relay.topic.partitions()));
        term = new RelayTerm(reader, producer, cursor, watermarks, System::nanoTime, _ -> {}, 100)
                .startingAfter(resume.earliest());
        cursor.move(epoch, resume.earliest());
    }

    @Override
    public void close() {
        producer.close();
    }
}
