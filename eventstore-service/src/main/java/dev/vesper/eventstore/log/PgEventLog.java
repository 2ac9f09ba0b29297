package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Sql;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The log in PostgreSQL. Pushes go through {@link Lanes}; reads go to the database at once. */
public final class PgEventLog implements EventLog, AutoCloseable {
    private final LogConfig config;
    private final PushLimits limits;
    private final Lanes lanes;
    private final AggregateReader aggregates;
    private final FilterReader filtered;

    /**
     * @param connections opens a connection for a writer to own
     * @param reads for reading
     * @param partitions of the topic
     */
    public PgEventLog(
            LogConfig config, Supplier<Session> connections, Sql reads, int partitions, CommitListener listener) {
        this.config = config;
        this.limits = new PushLimits(
                config.maxEvents(), config.maxConditions(), config.maxPayloadBytes(), config.maxPushBytes());
        this.lanes = new Lanes(config, connections, new BatchWriter(new Partitions(partitions)), listener);
        this.aggregates = new AggregateReader(reads, config.pageEvents());
        this.filtered = new FilterReader(reads, config.pageEvents());
    }

    @Override
    public PushOutcome push(Push push) {
        return push(push, config.pushTimeout());
    }

    @Override
    public PushOutcome push(Push push, Duration patience) {
        PushLimits.check(push, limits);
        Waiting waiting = new Waiting(push, patience, traceparent());
        if (!lanes.offer(waiting)) {
            throw new LogBusy(config.retryAfter());
        }
        return waiting.await(config.answerTimeout());
    }

    @Override
    public List<RecordedEvent> readAggregate(AggregateId aggregate, long fromSequence) {
        return aggregates.read(aggregate, fromSequence);
    }

    @Override
    public Stream<RecordedEvent> read(LogQuery query) {
        return filtered.read(query);
    }

    /** How many pushes wait for their turn. */
    public int waiting() {
        return lanes.waiting();
    }

    @Override
    public void close() {
        lanes.close();
    }

    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : "";
    }
}
