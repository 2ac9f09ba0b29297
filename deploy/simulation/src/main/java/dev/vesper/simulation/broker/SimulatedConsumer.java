package dev.vesper.simulation.broker;

import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A consumer of what is committed, alone or in a group. */
public final class SimulatedConsumer {
    private static final int NO_GENERATION = -1;

    private final Broker broker;
    private final Host host;
    private final ConsumerSettings settings;
    private final Map<Integer, Long> positions = new TreeMap<>();
    private final Set<Integer> paused = new HashSet<>();
    private String topic = "";
    private @Nullable ConsumerRebalanceListener listener;
    private int generation = NO_GENERATION;
    private boolean closed;
    private boolean woken;

    SimulatedConsumer(Broker broker, Host host, ConsumerSettings settings) {
        this.broker = broker;
        this.host = host;
        this.settings = settings;
    }

    long sessionNanos() {
        return settings.sessionNanos();
    }

    /** Whether nothing is heard of it: a live client beats by itself, however busy its owner is. */
    boolean isSilent() {
        return closed || host.isDead() || host.isPaused();
    }

    public void subscribe(Collection<String> topics, ConsumerRebalanceListener to) {
        topic = topics.iterator().next();
        listener = to;
    }

    public void assign(Collection<TopicPartition> partitions) {
        Map<Integer, Long> before = new HashMap<>(positions);
        positions.clear();
        partitions.forEach(partition -> {
            topic = partition.topic();
            positions.put(partition.partition(), before.getOrDefault(partition.partition(), 0L));
        });
    }

    public Set<TopicPartition> assignment() {
        Set<TopicPartition> assigned = new java.util.LinkedHashSet<>();
        positions.keySet().forEach(partition -> assigned.add(of(partition)));
        return assigned;
    }

    public void seek(TopicPartition partition, long offset) {
        positions.put(partition.partition(), offset);
    }

    public void seekToBeginning(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> seek(partition, 0));
    }

    public long position(TopicPartition partition, Duration timeout) {
        return Objects.requireNonNull(positions.get(partition.partition()));
    }

    public void pause(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> paused.add(partition.partition()));
    }

    public void resume(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> paused.remove(partition.partition()));
    }

    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
        Actor.current().step();
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        partitions.forEach(partition ->
                ends.put(partition, broker.log(partition.partition()).lastStableOffset()));
        return ends;
    }

    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions, Duration timeout) {
        return endOffsets(partitions);
    }

    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
        Actor.current().step();
        Map<TopicPartition, Long> begins = new LinkedHashMap<>();
        partitions.forEach(partition -> begins.put(
                partition,
                broker.air().hidesTail() && settings.group().isEmpty()
                        ? broker.log(partition.partition()).lastStableOffset()
                        : 0L));
        return begins;
    }

    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions, Duration timeout) {
        return beginningOffsets(partitions);
    }

    public OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.empty();
    }

    public List<PartitionInfo> partitionsFor(String name) {
        Node[] nodes = {};
        return List.of(new PartitionInfo(name, 0, Node.noNode(), nodes, nodes));
    }

    public void wakeup() {
        woken = true;
    }

    public void close() {
        closed = true;
        settings.group().ifPresent(group -> broker.group(group).leave(this));
    }

    public void close(CloseOptions options) {
        close();
    }

    public ConsumerRecords<byte[], byte[]> poll(Duration longest) {
        Actor actor = Actor.current();
        rebalance();
        actor.await(
                () -> woken || isOutdated() || hasRecords(), broker.scheduler().nanos() + longest.toNanos());
        if (woken) {
            woken = false;
            throw new WakeupException();
        }
        rebalance();
        return fetch();
    }

    /** As the real one: in the owner's thread, within a poll. */
    private void rebalance() {
        settings.group().ifPresent(id -> {
            Group group = broker.group(id);
            group.beat(this);
            if (generation != group.generation()) {
                generation = group.generation();
                take(group.shareOf(this));
            }
        });
    }

    private boolean isOutdated() {
        return settings.group()
                .filter(id -> {
                    broker.group(id).beat(this);
                    return broker.group(id).generation() != generation;
                })
                .isPresent();
    }

    private void take(Set<Integer> share) {
        Set<Integer> lost = new TreeSet<>(positions.keySet());
        Set<Integer> gained = new TreeSet<>(share);
        if (settings.cooperative()) {
            lost.removeAll(share);
            gained.removeAll(positions.keySet());
        }
        ConsumerRebalanceListener told = Objects.requireNonNull(listener);
        if (!lost.isEmpty()) {
            told.onPartitionsRevoked(lost.stream().map(this::of).toList());
        }
        lost.forEach(positions::remove);
        lost.forEach(paused::remove);
        gained.forEach(partition -> positions.put(partition, 0L));
        told.onPartitionsAssigned(gained.stream().map(this::of).toList());
    }

    private boolean hasRecords() {
        return positions.entrySet().stream()
                .anyMatch(entry -> !paused.contains(entry.getKey())
                        && entry.getValue() < broker.log(entry.getKey()).lastStableOffset());
    }

    private ConsumerRecords<byte[], byte[]> fetch() {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> found = new LinkedHashMap<>();
        int room = 1 + broker.scheduler().chance().below(settings.mostRecords());
        List<Integer> order = new ArrayList<>(positions.keySet());
        java.util.Collections.shuffle(
                order, new java.util.Random(broker.scheduler().chance().bits()));
        for (int partition : order) {
            if (!paused.contains(partition)) {
                List<ConsumerRecord<byte[], byte[]>> records = fetch(partition, room);
                room -= records.size();
                if (!records.isEmpty()) {
                    found.put(of(partition), records);
                }
            }
        }
        return new ConsumerRecords<>(found, Map.of());
    }

    private List<ConsumerRecord<byte[], byte[]>> fetch(int partition, int room) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        PartitionLog log = broker.log(partition);
        long offset = Objects.requireNonNull(positions.get(partition));
        for (; offset < log.lastStableOffset() && records.size() < room; offset++) {
            Entry entry = log.at(offset);
            ProducerRecord<byte[], byte[]> written = entry.record();
            if (written != null && entry.isCommitted(partition)) {
                records.add(consumed(partition, offset, written));
            }
        }
        positions.put(partition, offset);
        return records;
    }

    private ConsumerRecord<byte[], byte[]> consumed(
            int partition, long offset, ProducerRecord<byte[], byte[]> written) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }

    private TopicPartition of(int partition) {
        return new TopicPartition(topic, partition);
    }
}
