package dev.vesper.simulation.broker;

import dev.vesper.simulation.scheduling.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.DescribeConfigsResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/** Knows the one topic. */
public final class SimulatedAdmin {
    private final Broker broker;

    SimulatedAdmin(Broker broker) {
        this.broker = broker;
    }

    public DescribeTopicsResult describeTopics(Collection<String> names) {
        Actor.current().step();
        String name = names.iterator().next();
        List<TopicPartitionInfo> partitions = IntStream.range(0, broker.partitions())
                .mapToObj(number -> new TopicPartitionInfo(number, Node.noNode(), List.of(), List.of()))
                .toList();
        TopicDescription found = new TopicDescription(name, false, partitions, java.util.Set.of(), broker.topicId());
        return new Described(Map.of(name, KafkaFuture.completedFuture(found)));
    }

    /** None is set. */
    public DescribeConfigsResult describeConfigs(Collection<ConfigResource> resources) {
        Actor.current().step();
        return new Configured();
    }

    public void close() {
        // It holds nothing.
    }

    private static final class Described extends DescribeTopicsResult {
        @SuppressWarnings("NullAway") // Topics are found by name or by id; the other is null in the library, too.
        private Described(Map<String, KafkaFuture<TopicDescription>> byName) {
            super(null, byName);
        }
    }

    private static final class Configured extends DescribeConfigsResult {
        private Configured() {
            super(Map.of());
        }
    }
}
