package dev.vesper.eventstore.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes the clients of one shard. The transactional id is the shard's, so that a new leader fences the old one's. */
final class KafkaClients {
    private static final int LINGER_MS = 2;
    private static final int BATCH_BYTES = 128 * 1024;

    private final Topic topic;
    private final RelayConfig config;
    private final Shard shard;

    KafkaClients(Topic topic, RelayConfig config, Shard shard) {
        this.topic = topic;
        this.config = config;
        this.shard = shard;
    }

    Producer<byte[], byte[]> producer() {
        int timeoutMs = (int) config.brokerTimeout().toMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", topic.bootstrap());
        settings.put("client.id", "vesper-relay-" + shard.number());
        settings.put("transactional.id", shard.transactionalId());
        settings.put("transaction.timeout.ms", (int) config.leaseDuration().toMillis());
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        // A commit sends at once what still lingers. What a large transaction has by then is on its way already.
        settings.put("linger.ms", LINGER_MS);
        settings.put("batch.size", BATCH_BYTES);
        settings.put("buffer.memory", Math.max(config.bufferBytes(), 2L * topic.largestRecordBytes()));
        settings.put("max.request.size", topic.largestRecordBytes());
        settings.put("max.block.ms", timeoutMs);
        settings.put("request.timeout.ms", timeoutMs / 2);
        settings.put("delivery.timeout.ms", timeoutMs);
        settings.put("reconnect.backoff.max.ms", config.longestBackoff().toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Consumer<byte[], byte[]> tailConsumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", topic.bootstrap());
        settings.put("client.id", "vesper-relay-tail-" + shard.number());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", (int) config.brokerTimeout().toMillis());
        settings.put("request.timeout.ms", (int) config.brokerTimeout().toMillis());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
