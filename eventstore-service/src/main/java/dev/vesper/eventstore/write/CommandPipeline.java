package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.LogBusy;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushExpired;
import dev.vesper.eventstore.log.PushIds;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.Turns;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Runs commands: load, decide, push. A push that lost a race is decided anew, in turn, on what is there now; one whose outcome is
 * unknown is repeated under its id until the log says what became of it.
 */
public final class CommandPipeline {
    private final Aggregates aggregates;
    private final EventLog log;
    private final Clock clock;
    private final RandomGenerator random;
    private final int attempts;
    private final Supplier<Optional<Duration>> patience;
    private final Turns turns = new Turns();

    public CommandPipeline(Aggregates aggregates, EventLog log, Clock clock, RandomGenerator random, int attempts) {
        this(aggregates, log, clock, random, attempts, Optional::empty);
    }

    /** @param patience what is left of that of whoever waits for the command; empty for that of the log */
    CommandPipeline(
            Aggregates aggregates,
            EventLog log,
            Clock clock,
            RandomGenerator random,
            int attempts,
            Supplier<Optional<Duration>> patience) {
        this.aggregates = aggregates;
        this.log = log;
        this.clock = clock;
        this.random = random;
        this.attempts = attempts;
        this.patience = patience;
    }

    /** The deciding part of a command. It runs once per attempt, so it does nothing but read and decide. */
    public interface Work<R> {
        R decide(UnitOfWork unit);
    }

    /**
     * @throws CommandRejected when a unique value is taken, or as the work says
     * @throws SubjectEnded when something that had to go on has ended
     * @throws Contended when every attempt lost
     * @throws dev.vesper.eventstore.log.LogException when the log takes no pushes
     */
    public <R> Outcome<R> execute(Work<R> work) {
        UUID pushId = Asked.pushId().orElseGet(this::newPushId);
        Attempt<R> attempt = attempt(work, pushId, false);
        for (int attempted = 1; attempt instanceof Attempt.Lost<R>(AggregateId aggregate); attempted++) {
            if (attempted == attempts) {
                throw new Contended(attempts);
            }
            // Somebody was faster: decide on what they left, after those who lost before.
            attempt = turns.take(aggregate, () -> attempt(work, pushId, true));
        }
        return ((Attempt.Done<R>) attempt).outcome();
    }

    /** Runs a command on one aggregate that answers what was written to it. */
    public Written change(Work<Loaded<?>> work) {
        Outcome<Loaded<?>> outcome = execute(work);
        return outcome.written(outcome.result());
    }

    /** For what is only read. */
    public Aggregates aggregates() {
        return aggregates;
    }

    /** An attempt that lost left nothing behind, so the next may have the same id. */
    private <R> Attempt<R> attempt(Work<R> work, UUID pushId, boolean isTurn) {
        UnitOfWork unit = new UnitOfWork(aggregates);
        R result = work.decide(unit);
        if (unit.writesNothing()) {
            return new Attempt.Done<>(new Outcome<>(result, Optional.empty(), unit.appends()));
        }
        Optional<AggregateId> line = isTurn ? Optional.empty() : lineOf(unit);
        if (line.isPresent()) {
            return new Attempt.Lost<>(line.get());
        }
        return switch (push(unit.toPush(pushId))) {
            case PushOutcome.Pushed pushed ->
                new Attempt.Done<>(new Outcome<>(result, Optional.of(pushed), unit.appends()));
            case PushOutcome.WrongSequence wrong -> new Attempt.Lost<>(wrong.aggregate());
            case PushOutcome.ConstraintTaken taken -> throw unit.refusal(taken.constraint());
            case PushOutcome.Ended ended -> throw new SubjectEnded(ended.subject(), ended.reason());
        };
    }

    private Optional<AggregateId> lineOf(UnitOfWork unit) {
        return unit.appends().stream()
                .filter(append -> append.expectation() instanceof Expectation.Exactly)
                .map(Append::aggregate)
                .filter(turns::hasLine)
                .findFirst();
    }

    /** Whoever was told once that the outcome is unknown is never told afterwards that nothing was written. */
    private PushOutcome push(Push push) {
        LogUnavailable unknown = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return pushOnce(push);
            } catch (LogUnavailable e) {
                unknown = e;
                if (attempt >= attempts || isPatienceOver()) {
                    throw e;
                }
            } catch (PushExpired | LogBusy e) {
                throw unknown == null ? e : unknown;
            }
        }
    }

    private PushOutcome pushOnce(Push push) {
        return patience.get().map(left -> log.push(push, left)).orElseGet(() -> log.push(push));
    }

    private boolean isPatienceOver() {
        return patience.get().map(left -> !left.isPositive()).orElse(false);
    }

    private UUID newPushId() {
        return PushIds.next(clock.millis(), random);
    }

    /** What became of one attempt. */
    private sealed interface Attempt<R> {
        record Done<R>(Outcome<R> outcome) implements Attempt<R> {}

        record Lost<R>(AggregateId aggregate) implements Attempt<R> {}
    }
}
