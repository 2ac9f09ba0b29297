package dev.vesper.simulation.broker;

import dev.vesper.simulation.scheduling.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;

/** One topic, its transactions and its groups. */
public final class Broker {
    private final Scheduler scheduler;
    private final List<PartitionLog> logs;
    private final Map<String, Coordinator> coordinators = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<IntConsumer> checks = new ArrayList<>();
    private final Air air;
    private final Uuid topicId = new Uuid(1, 1);

    public Broker(Scheduler scheduler, int partitions, Air air) {
        this.scheduler = scheduler;
        this.air = air;
        this.logs = IntStream.range(0, partitions).mapToObj(PartitionLog::new).toList();
    }

    /** Is told of a partition each time that it has learned of the end of a transaction. */
    public void check(IntConsumer check) {
        checks.add(check);
    }

    public int partitions() {
        return logs.size();
    }

    /** All that a reader of what is committed can see of a partition now. */
    public List<ProducerRecord<byte[], byte[]>> visible(int partition) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (long offset = 0; offset < log(partition).lastStableOffset(); offset++) {
            Entry entry = log(partition).at(offset);
            ProducerRecord<byte[], byte[]> written = entry.record();
            if (written != null && entry.isCommitted(partition)) {
                records.add(written);
            }
        }
        return records;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Air air() {
        return air;
    }

    Uuid topicId() {
        return topicId;
    }

    PartitionLog log(int partition) {
        return logs.get(partition);
    }

    Coordinator coordinator(String transactionalId) {
        return coordinators.computeIfAbsent(transactionalId, id -> new Coordinator("broker/" + id, this));
    }

    Group group(String id) {
        return groups.computeIfAbsent(id, _ -> new Group(this));
    }

    void committed(int partition) {
        checks.forEach(check -> check.accept(partition));
    }
}
