package dev.vesper.oidc.cache;

import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.oidc.keys.SigningKeysChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears every event, on all partitions and from the end, in a consumer group of this pod alone. It decides nothing: when
 * it is silent, the pod asks the services behind for everything.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);

    private final Trust trust;
    private final Changes changes;
    private final Event<SigningKeysChanged> signingKeysChanged;

    ChangeFeed(Trust trust, Changes changes, Event<SigningKeysChanged> signingKeysChanged) {
        this.trust = trust;
        this.changes = changes;
        this.signingKeysChanged = signingKeysChanged;
    }

    @Incoming("changes")
    void hear(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(this::hear);
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        Function<String, byte @Nullable []> header = name -> {
            Header found = record.headers().lastHeader(name);
            return found == null ? null : found.value();
        };
        long position = 0;
        try {
            position = KafkaRecords.cursor(header).position();
            if (!KafkaRecords.isWatermark(header)) {
                apply(KafkaRecords.read(header, record.value(), record.partition()));
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.warnf(
                    "%s-%d@%d cannot be read (%s): all that is cached is dropped",
                    record.topic(), record.partition(), record.offset(), unreadable.getMessage());
            changes.heardOfAnything();
        }
        trust.sign(record.partition(), Instant.ofEpochMilli(record.timestamp()), position);
    }

    private void apply(RecordedEvent event) {
        if (event.isOpaque()) {
            return; // Nothing that is cached was made of it.
        }
        Subjects.changedBy(event).forEach(subject -> changes.heard(subject, event.position()));
        if (event.aggregateType().equals("web_key")) {
            signingKeysChanged.fire(new SigningKeysChanged(event.instanceId()));
        }
    }
}
