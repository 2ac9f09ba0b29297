package dev.vesper.simulation.world;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.projection.engine.AggregateKey;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.LogUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The log as a view's engine reads it. */
final class LogOverNetwork implements EventLogReader {
    private final Network network;

    LogOverNetwork(Network network) {
        this.network = network;
    }

    @Override
    public List<RecordedEvent> read(Cursor after, Set<String> aggregateTypes, int limit) {
        LogQuery query = LogQuery.builder()
                .after(after)
                .aggregateTypes(aggregateTypes.stream().sorted().toList())
                .limit(limit)
                .build();
        return reached(() -> network.call(log -> log.read(query).toList()));
    }

    @Override
    public Optional<RecordedEvent> readLast() {
        throw new IllegalStateException("only a setup step asks for it");
    }

    @Override
    public List<RecordedEvent> readAggregate(AggregateKey aggregate, long fromSequence) {
        AggregateId id = new AggregateId(aggregate.instanceId(), aggregate.type(), aggregate.id());
        return reached(() -> network.call(log -> log.readAggregate(id, fromSequence)));
    }

    private static <T> T reached(Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException away) {
            throw new LogUnavailable("the log does not answer", away);
        }
    }
}
