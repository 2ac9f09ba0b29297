package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.WriterSession;
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
            LogConfig config, Supplier<WriterSession> connections, Sql reads, int partitions, CommitListener listener) {
        this.config = config;
        this.limits = PushLimits.of(config);
        this.lanes = new Lanes(config, connections, new BatchWriter(new Partitions(partitions)), listener);
        QueryRules rules = new QueryRules(config.maxNameBytes(), config.maxFilterValues());
        this.aggregates = new AggregateReader(reads, config.pageEvents(), rules);
        this.filtered = new FilterReader(reads, config, rules);
    }

    @Override
    public PushOutcome push(Push push) {
        return push(push, config.pushTimeout());
    }

    @Override
    public PushOutcome push(Push push, Duration patience) {
        PushLimits.check(push, limits);
        if (patience.isNegative() || patience.isZero()) {
            throw new PushExpired();
        }
        Waiting waiting = new Waiting(push, patience, traceparent());
        if (!lanes.offer(waiting)) {
            throw new LogBusy(config.retryAfter());
        }
        return waiting.await(config.answerTimeout());
    }

    @Override
    public Stream<List<RecordedEvent>> readAggregatePages(AggregateId aggregate, long fromSequence) {
        return aggregates.pages(aggregate, fromSequence);
    }

    @Override
    public Stream<List<RecordedEvent>> readPages(LogQuery query) {
        return filtered.read(query);
    }

    @Override
    public long latestSequence(AggregateId aggregate) {
        return aggregates.latestSequence(aggregate);
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
