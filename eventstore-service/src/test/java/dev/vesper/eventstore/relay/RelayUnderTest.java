package dev.vesper.eventstore.relay;

import dev.vesper.backing.Backing;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.SqlSource;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A topic of the test's own, the relays that write it, and a reader of all that is committed there. */
final class RelayUnderTest implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final SqlSource SQL = SqlSource.RESOURCES;

    final RelayConfig config;
    final Topic topic;
    final CommitSignals signals = new CommitSignals();
    final List<RecordedEvent> events = new ArrayList<>();
    final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private final TestLogs logs;
    private final List<Relay> relays = new ArrayList<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    RelayUnderTest(TestLogs logs, String bootstrap, Map<String, String> settings) {
        this.logs = logs;
        this.config = config(settings);
        this.topic = new Topic(
                bootstrap,
                "relay-test-" + NEXT.incrementAndGet(),
                TestLogs.PARTITIONS,
                (short) 1,
                (short) 1,
                config.brokerTimeout());
        topic.ensure();
    }

    static RelayUnderTest on(TestLogs logs, Map<String, String> settings) {
        return new RelayUnderTest(logs, Backing.bootstrapServers(), settings);
    }

    /** Clients of the shard, whose transactional id is apart from that of other tests on the same broker. */
    KafkaClients clients() {
        return new KafkaClients(topic, config, 0);
    }

    Relay start(String holder, KillPoint killPoint) {
        Relay relay = new Relay(config, topic, 0, holder, () -> logs.session(SQL), signals, killPoint);
        relays.add(relay);
        relay.start();
        return relay;
    }

    /** Reads on; watermarks are left out of the events. */
    RelayUnderTest poll() {
        for (ConsumerRecord<byte[], byte[]> found : reader().poll(Duration.ofMillis(50))) {
            records.add(found);
            if (!KafkaRecords.isWatermark(name -> header(found, name))) {
                events.add(KafkaRecords.read(name -> header(found, name), found.value(), found.partition()));
            }
        }
        return this;
    }

    static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
        if (consumer != null) {
            consumer.close();
        }
    }

    private Consumer<byte[], byte[]> reader() {
        if (consumer == null) {
            consumer = clients().tailConsumer();
            List<TopicPartition> all = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
        }
        return consumer;
    }

    static RelayConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(RelayConfig.class, "vesper.relay")
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(RelayConfig.class, "vesper.relay");
    }
}
