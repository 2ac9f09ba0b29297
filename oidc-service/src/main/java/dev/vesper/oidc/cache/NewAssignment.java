package dev.vesper.oidc.cache;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Events may have passed between the place where partitions were left and the one where they are taken up again. */
@ApplicationScoped
@Identifier("changes")
public class NewAssignment implements KafkaConsumerRebalanceListener {
    private final Trust trust;

    NewAssignment(Trust trust) {
        this.trust = trust;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        trust.beginEpoch();
    }
}
