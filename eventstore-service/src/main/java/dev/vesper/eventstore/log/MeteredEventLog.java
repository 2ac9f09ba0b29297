package dev.vesper.eventstore.log;

import dev.vesper.events.RecordedEvent;
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

    MeteredEventLog(EventLog log, MeterRegistry metrics) {
        this.log = log;
        this.metrics = metrics;
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
    public List<RecordedEvent> readAggregate(AggregateId aggregate, long fromSequence) {
        return log.readAggregate(aggregate, fromSequence);
    }

    @Override
    public Stream<RecordedEvent> read(LogQuery query) {
        return log.read(query);
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
