package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The log in memory, for tests of what stands on it. It passes the contract suite of the real one. Each push is a
 * transaction of its own.
 */
public final class FakeEventLog implements EventLog {
    private static final QueryRules RULES = new QueryRules(PushLimits.DEFAULTS.maxNameBytes(), 1000);
    private static final Comparator<RecordedEvent> ORDER = Comparator.comparing(RecordedEvent::cursor);

    private final Clock clock;
    private final Partitions partitions = new Partitions(12);
    private final Facts facts = Facts.none();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<RuntimeException> failures = new ArrayList<>();
    private long position = 1000;

    public FakeEventLog(Clock clock) {
        this.clock = clock;
    }

    /** The next push throws this and writes nothing. */
    public synchronized void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    /** All events, in the order in which they were pushed. */
    public synchronized List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public PushOutcome push(Push push) {
        return push(push, Duration.ofSeconds(10));
    }

    @Override
    public synchronized PushOutcome push(Push push, Duration patience) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        PushLimits.check(push, PushLimits.DEFAULTS);
        if (!patience.isPositive()) {
            throw new PushExpired();
        }
        Admission admission = new Admission(facts, partitions);
        return switch (admission.decide(push)) {
            case Decision.Repeated(PushOutcome.Pushed answer) -> answer;
            case Decision.Refused(PushOutcome.Refused reason) -> reason;
            case Decision.Admitted(List<PushedEvent> places) -> write(push, admission.write(), places);
        };
    }

    @Override
    public synchronized List<RecordedEvent> readAggregate(AggregateId aggregate, long fromSequence) {
        RULES.check(aggregate, fromSequence);
        return events.stream()
                .filter(event -> AggregateId.of(event).equals(aggregate) && event.sequence() >= fromSequence)
                .toList();
    }

    @Override
    public Stream<List<RecordedEvent>> readAggregatePages(AggregateId aggregate, long fromSequence) {
        return Stream.of(readAggregate(aggregate, fromSequence));
    }

    @Override
    public synchronized long latestSequence(AggregateId aggregate) {
        return readAggregate(aggregate, 1).size();
    }

    @Override
    public synchronized Stream<List<RecordedEvent>> readPages(LogQuery query) {
        RULES.check(query);
        return Stream.of(events.stream()
                .filter(event -> matches(event, query))
                .sorted(query.descending() ? ORDER.reversed() : ORDER)
                .limit(query.limit() == 0 ? Long.MAX_VALUE : query.limit())
                .toList());
    }

    private static Facts.UniqueOwner owner(Map.Entry<Facts.UniqueKey, String> held) {
        return new Facts.UniqueOwner(held.getKey().instanceId(), held.getValue());
    }

    private PushOutcome write(Push push, BatchWrite write, List<PushedEvent> places) {
        position++;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        write.events().forEach(row -> events.add(recorded(row, now)));
        facts.taken()
                .entrySet()
                .removeIf(
                        held -> write.clearedInstances().contains(held.getKey().instanceId())
                                || write.clearedOwners().contains(owner(held)));
        facts.taken().keySet().removeAll(write.removed());
        facts.taken().putAll(write.added());
        write.ends().forEach((subject, reason) -> facts.ends().put(subject, new Facts.End(position, reason)));
        var answer = new PushOutcome.Pushed(position, now, places);
        facts.answered().put(push.pushId(), answer);
        return answer;
    }

    private RecordedEvent recorded(BatchWrite.EventRow row, Instant now) {
        AggregateId aggregate = row.aggregate();
        PushedEvent place = row.place();
        return new RecordedEvent(
                aggregate.instanceId(),
                aggregate.type(),
                aggregate.id(),
                row.event().type(),
                place.sequence(),
                row.event().revision(),
                now,
                row.event().payload(),
                row.creator(),
                place.owner(),
                position,
                place.inTxOrder(),
                place.partition());
    }

    static boolean matches(RecordedEvent event, LogQuery query) {
        return matches(query.instanceId(), event.instanceId())
                && matches(query.creator(), event.creator())
                && matches(query.owner(), event.owner())
                && matches(query.aggregateTypes(), event.aggregateType())
                && matches(query.aggregateIds(), event.aggregateId())
                && matches(query.eventTypes(), event.type())
                && query.after()
                        .map(after -> isPast(event.cursor(), after, query))
                        .orElse(true)
                && query.until()
                        .map(until -> isPast(until, event.cursor(), query))
                        .orElse(true)
                && (query.payloadContains().isEmpty() || Containment.holds(event.payload(), query.payloadContains()))
                && query.createdFrom()
                        .map(from -> !event.createdAt().isBefore(from))
                        .orElse(true)
                && query.createdBefore().map(event.createdAt()::isBefore).orElse(true);
    }

    private static boolean isPast(Cursor cursor, Cursor after, LogQuery query) {
        return query.descending() ? after.isAfter(cursor) : cursor.isAfter(after);
    }

    private static boolean matches(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static boolean matches(List<String> wanted, String found) {
        return wanted.isEmpty() || wanted.contains(found);
    }
}
