package dev.vesper.eventstore.relay;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether the topic is the one that this log was relayed to and takes what the log holds; makes it for a new log. */
final class TopicCheck {
    private final Topic topic;

    TopicCheck(Topic topic) {
        this.topic = topic;
    }

    /**
     * @param relayedTo ids of the topics that were written to so far; none for a new log, whose topic is made if need be
     * @return the id, which another topic of the same name would not have
     * @throws RelayRefused when the topic is gone, is another, or has another shape
     */
    String check(Set<String> relayedTo) {
        int timeoutMs = (int) topic.brokerTimeout().toMillis();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                topic.bootstrap(),
                "default.api.timeout.ms",
                timeoutMs,
                "request.timeout.ms",
                timeoutMs);
        try (Admin admin = Admin.create(settings)) {
            Optional<TopicDescription> found = find(admin);
            if (found.isPresent()) {
                return checked(admin, found.get(), relayedTo);
            }
            if (!relayedTo.isEmpty()) {
                throw new RelayRefused("Kafka has no topic %s any more, but the log was relayed to it. %s"
                        .formatted(topic.name(), howToFill()));
            }
            return create(admin);
        }
    }

    private String checked(Admin admin, TopicDescription found, Set<String> relayedTo) {
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            throw new RelayRefused(
                    ("Kafka topic %s has %d partitions, and the log is written for %d. The number never changes in a"
                                    + " topic's life: name a topic of %d partitions in vesper.kafka.topic")
                            .formatted(topic.name(), partitions, topic.partitions(), topic.partitions()));
        }
        String id = found.topicId().toString();
        if (!relayedTo.isEmpty() && !relayedTo.contains(id)) {
            throw new RelayRefused(
                    "Kafka topic %s is not the one that the log was relayed to: its id is %s, and it was %s. %s"
                            .formatted(topic.name(), id, String.join(", ", relayedTo), howToFill()));
        }
        long taken = largestTaken(admin);
        if (taken < topic.largestRecordBytes()) {
            throw new RelayRefused(
                    "Kafka topic %s takes records of %d bytes at most, and an event may need %d. Raise it: %s"
                            .formatted(topic.name(), taken, topic.largestRecordBytes(), howToRaise(topic)));
        }
        return id;
    }

    /** The command that lets the topic take the largest record there may be. */
    static String howToRaise(Topic topic) {
        return "kafka-configs.sh --bootstrap-server %s --alter --entity-type topics --entity-name %s --add-config %s=%d"
                .formatted(topic.bootstrap(), topic.name(), MAX_MESSAGE_BYTES_CONFIG, topic.largestRecordBytes());
    }

    private static String howToFill() {
        return "If it is gone for good, \"DELETE FROM eventstore.relay_cursors\" lets a new one be filled from the log;"
                + " docs/relay.md says what readers need then";
    }

    private Optional<TopicDescription> find(Admin admin) {
        try {
            return Optional.of(await(admin.describeTopics(List.of(topic.name())).allTopicNames())
                    .values()
                    .iterator()
                    .next());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private long largestTaken(Admin admin) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        var config = await(admin.describeConfigs(List.of(resource)).all()).get(resource);
        return config == null
                ? Long.MAX_VALUE
                : Long.parseLong(config.get(MAX_MESSAGE_BYTES_CONFIG).value());
    }

    private String create(Admin admin) {
        NewTopic created = new NewTopic(topic.name(), topic.partitions(), topic.replicationFactor())
                .configs(Map.of(
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        Short.toString(topic.minInsyncReplicas()),
                        MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(topic.largestRecordBytes())));
        try {
            return await(admin.createTopics(List.of(created)).topicId(topic.name()))
                    .toString();
        } catch (TopicExistsException e) {
            return find(admin).map(found -> checked(admin, found, Set.of())).orElseThrow(() -> e);
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(topic.brokerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
