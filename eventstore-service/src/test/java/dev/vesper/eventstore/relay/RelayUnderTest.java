package dev.vesper.eventstore.relay;

import dev.vesper.backing.Backing;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A topic of the test's own, pods whose relays write it, and a reader of all that is committed there. */
final class RelayUnderTest implements AutoCloseable {
    static final KillPoint NOWHERE = _ -> {};
    static final int LARGEST_PAYLOAD = 256 * 1024;

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final SqlSource SQL = SqlSource.RESOURCES;

    final RelayConfig config;
    final Topic topic;
    final CommitSignals signals = new CommitSignals();
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final List<RecordedEvent> events = new ArrayList<>();
    final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private final TestLogs logs;
    private final Map<String, String> settings;
    private final List<RelayShards> pods = new CopyOnWriteArrayList<>();
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param settings below {@code vesper.relay} */
    RelayUnderTest(TestLogs logs, String bootstrap, Map<String, String> settings) {
        this(logs, topic(bootstrap, config(settings)), settings);
    }

    RelayUnderTest(TestLogs logs, Topic topic, Map<String, String> settings) {
        this.logs = logs;
        this.settings = settings;
        this.config = config(settings);
        this.topic = topic;
        new TopicCheck(topic).check(RelayCursor.topicIds(logs.sql()));
    }

    static RelayUnderTest on(TestLogs logs, Map<String, String> settings) {
        return new RelayUnderTest(logs, Backing.bootstrapServers(), settings);
    }

    static Topic topic(String bootstrap, RelayConfig config) {
        return new Topic(
                bootstrap,
                "relay-test-" + NEXT.incrementAndGet(),
                TestLogs.PARTITIONS,
                (short) 1,
                (short) 1,
                LARGEST_PAYLOAD,
                config.brokerTimeout());
    }

    /** The first shard of the first layout, where that has one. */
    Shard onlyShard() {
        return new Shard(0, 1, 0, topic.name() + "-relay-");
    }

    /** How many events are in the log, those included that its readers do not see yet. */
    long committed() {
        return logs.adHoc("SELECT count(*) FROM eventstore.events2")
                .run(Statement.of("count"))
                .iterator()
                .next()
                .getLong(0);
    }

    RelayMeans means(String holder, KillPoint killPoint) {
        return means(holder, killPoint, Map.of(), () -> logs.session(SQL));
    }

    RelayMeans means(String holder, KillPoint killPoint, Map<String, String> differing, Supplier<Session> connections) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(differing);
        return new RelayMeans(config(all), topic, holder, connections, signals, killPoint, metrics);
    }

    RelayShards start(String holder, KillPoint killPoint) {
        return start(means(holder, killPoint));
    }

    /** @param shards that this pod was told */
    RelayShards start(String holder, int shards) {
        return start(means(holder, NOWHERE, Map.of("shards", Integer.toString(shards)), () -> logs.session(SQL)));
    }

    RelayShards start(RelayMeans means) {
        RelayShards pod = new RelayShards(means);
        pods.add(pod);
        pod.start();
        return pod;
    }

    /** How many shards have a leader in any of the pods. */
    long leaders() {
        return pods.stream()
                .flatMap(pod -> pod.relays().stream())
                .filter(Relay::leads)
                .count();
    }

    /** How often leaders of any pod failed. */
    double failures() {
        return metrics.find("vesper.relay.failures").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** How many shards there are, as the database says. */
    int shards() {
        return new Layouts(logs.sql()).newest().size();
    }

    /** Reads on; watermarks are left out of the events. */
    RelayUnderTest poll() {
        for (ConsumerRecord<byte[], byte[]> found : reader().poll(Duration.ofMillis(50))) {
            records.add(found);
            if (!isWatermark(found)) {
                events.add(KafkaRecords.read(name -> header(found, name), found.value(), found.partition()));
            }
        }
        return this;
    }

    static boolean isWatermark(ConsumerRecord<byte[], byte[]> found) {
        return KafkaRecords.isWatermark(name -> header(found, name));
    }

    static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    void stopPods() {
        pods.forEach(RelayShards::close);
    }

    @Override
    public void close() {
        stopPods();
        if (consumer != null) {
            consumer.close();
        }
    }

    private Consumer<byte[], byte[]> reader() {
        if (consumer == null) {
            consumer = new KafkaClients(topic, config, onlyShard()).tailConsumer();
            List<TopicPartition> all = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
        }
        return consumer;
    }

    static RelayConfig config(Map<String, String> settings) {
        return TestSettings.of(RelayConfig.class, "vesper.relay", settings);
    }
}
