package dev.vesper.simulation.broker;

import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/** A transactional producer. What is sent reaches the broker record by record, until the commit. */
public final class SimulatedProducer {
    private final Broker broker;
    private final Coordinator coordinator;
    private final long timeoutNanos;
    private final List<ProducerRecord<byte[], byte[]>> unsent = new ArrayList<>();
    private int epoch;

    SimulatedProducer(Broker broker, String transactionalId, Duration timeout) {
        this.broker = broker;
        this.coordinator = broker.coordinator(transactionalId);
        this.timeoutNanos = timeout.toNanos();
    }

    public void initTransactions() {
        reach();
        epoch = coordinator.nextEpoch(timeoutNanos);
        Actor.current().await(coordinator::isSettled, Turn.NEVER);
        answer();
    }

    public void beginTransaction() {
        unsent.clear();
    }

    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        unsent.add(broker.air().sent(record));
        return new CompletableFuture<>();
    }

    public void commitTransaction() {
        for (ProducerRecord<byte[], byte[]> record : unsent) {
            reach();
            refuseIfFenced();
            BrokerTransaction open = coordinator.open();
            open.wroteTo(record.partition());
            broker.log(record.partition()).append(new Entry(record, open));
        }
        reach();
        refuseIfFenced();
        coordinator.end(true);
        Actor.current().await(coordinator::isSettled, Turn.NEVER);
        answer();
    }

    public void close(Duration timeout) {
        unsent.clear();
    }

    private void refuseIfFenced() {
        if (coordinator.isFenced(epoch)) {
            throw new ProducerFencedException("there is a newer producer with the same transactional id");
        }
    }

    private void reach() {
        Actor.current().step();
        if (broker.air().losesRequest()) {
            throw new TimeoutException("the broker did not answer");
        }
    }

    private void answer() {
        Actor.current().step();
        if (broker.air().losesAnswer()) {
            throw new TimeoutException("the broker did not answer");
        }
    }
}
