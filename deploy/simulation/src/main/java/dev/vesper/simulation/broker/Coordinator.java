package dev.vesper.simulation.broker;

import dev.vesper.simulation.scheduling.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the broker knows of one transactional id: its latest epoch, and its transactions until all partitions know their end. */
final class Coordinator implements Turn {
    private final String name;
    private final Broker broker;
    private final List<BrokerTransaction> ending = new ArrayList<>();
    private @Nullable BrokerTransaction open;
    private long timeoutNanos = NEVER;
    private int epoch;

    Coordinator(String name, Broker broker) {
        this.name = name;
        this.broker = broker;
        broker.scheduler().add(this);
    }

    /** Fences those before. */
    int nextEpoch(long timeout) {
        end(false);
        timeoutNanos = timeout;
        return ++epoch;
    }

    boolean isFenced(int producer) {
        return producer != epoch;
    }

    BrokerTransaction open() {
        BrokerTransaction current = open;
        if (current == null) {
            current = new BrokerTransaction(broker.scheduler().nanos());
            open = current;
        }
        return current;
    }

    void end(boolean commit) {
        BrokerTransaction current = open;
        if (current != null) {
            current.decide(commit);
            ending.add(current);
            open = null;
        }
    }

    boolean isSettled() {
        return ending.isEmpty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isReady(long nowNanos) {
        return !ending.isEmpty() || isLate(nowNanos);
    }

    @Override
    public long dueNanos() {
        BrokerTransaction current = open;
        return current == null ? NEVER : current.startedNanos() + timeoutNanos;
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public void take() {
        if (isLate(broker.scheduler().nanos())) {
            end(false);
            epoch++;
        }
        if (!ending.isEmpty()) {
            BrokerTransaction next = ending.getFirst();
            if (!next.isComplete()) {
                int partition = next.nextUnmarked();
                next.mark(partition);
                broker.log(partition).append(new Entry(null, next));
                broker.committed(partition);
            }
            ending.removeIf(BrokerTransaction::isComplete);
        }
    }

    private boolean isLate(long now) {
        BrokerTransaction current = open;
        return current != null && now >= current.startedNanos() + timeoutNanos;
    }
}
