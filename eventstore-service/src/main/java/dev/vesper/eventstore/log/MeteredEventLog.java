package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counts and times the pushes of a log by what became of them. */
final class MeteredEventLog implements EventLog {
    private final EventLog log;
    private final MeterRegistry metrics;
    private final Counter read;

    MeteredEventLog(EventLog log, MeterRegistry metrics) {
        this.log = log;
        this.metrics = metrics;
        this.read = metrics.counter("vesper.log.events.read");
    }

    @Override
    public PushOutcome push(Push push) {
        return timed(() -> log.push(push));
    }

    @Override
    public PushOutcome push(Push push, Duration patience) {
        return timed(() -> log.push(push, patience));
    }

    @Override
    public Stream<List<RecordedEvent>> readAggregatePages(AggregateId aggregate, long fromSequence) {
        return log.readAggregatePages(aggregate, fromSequence).peek(page -> read.increment(page.size()));
    }

    /** Counts what was taken from the database, which for a slow reader is little more than what it took. */
    @Override
    public Stream<List<RecordedEvent>> readPages(LogQuery query) {
        return log.readPages(query).peek(page -> read.increment(page.size()));
    }

    @Override
    public long latestSequence(AggregateId aggregate) {
        return log.latestSequence(aggregate);
    }

    private PushOutcome timed(Supplier<PushOutcome> push) {
        Timer.Sample sample = Timer.start(metrics);
        Class<?> outcome = LogUnavailable.class;
        try {
            PushOutcome answered = push.get();
            outcome = answered.getClass();
            return answered;
        } catch (LogException e) {
            outcome = e.getClass();
            throw e;
        } finally {
            sample.stop(metrics.timer(
                    "vesper.log.push", "outcome", outcome.getSimpleName().toLowerCase(Locale.ROOT)));
        }
    }
}
