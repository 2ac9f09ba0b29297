package dev.vesper.eventstore.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topic of the events, as it is to be made where it is missing.
 *
 * @param bootstrap brokers to ask first
 */
public record Topic(
        String bootstrap,
        String name,
        int partitions,
        short replicationFactor,
        short minInsyncReplicas,
        Duration brokerTimeout) {

    /**
     * Makes the topic where it is missing.
     *
     * @return its id, which another topic of the same name would not have
     * @throws IllegalStateException when it has another number of partitions than the log reckons with
     */
    String ensure() {
        int timeoutMs = (int) brokerTimeout.toMillis();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", timeoutMs, "request.timeout.ms", timeoutMs);
        try (Admin admin = Admin.create(settings)) {
            return find(admin).orElseGet(() -> create(admin));
        }
    }

    private Optional<String> find(Admin admin) {
        try {
            TopicDescription found = await(admin.describeTopics(List.of(name)).allTopicNames())
                    .values()
                    .iterator()
                    .next();
            if (found.partitions().size() != partitions) {
                throw new IllegalStateException("topic %s has %d partitions, and the log was written for %d"
                        .formatted(name, found.partitions().size(), partitions));
            }
            return Optional.of(found.topicId().toString());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private String create(Admin admin) {
        NewTopic topic = new NewTopic(name, partitions, replicationFactor)
                .configs(Map.of("min.insync.replicas", Short.toString(minInsyncReplicas)));
        try {
            return await(admin.createTopics(List.of(topic)).topicId(name)).toString();
        } catch (TopicExistsException e) {
            return find(admin).orElseThrow(() -> e);
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(brokerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
