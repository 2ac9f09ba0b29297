package dev.vesper.benchmark;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.Turns;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAccumulator;

/** Callers of one hot aggregate who each expect the sequence that they know, and read what is new when another was faster. */
final class HotCallers {
    private final EventLog log;
    private final String instance;
    private final AggregateId hot;
    private final Answers answers;
    private final Turns turns = new Turns();
    private final LongAccumulator mostTries = new LongAccumulator(Math::max, 0);

    HotCallers(EventLog log, String instance, Answers answers) {
        this.log = log;
        this.instance = instance;
        this.hot = new AggregateId(instance, "session", "hot");
        this.answers = answers;
    }

    Callable<?> make(int number) {
        var own = new Caller(new Sessions(instance, number), answers.ofCaller());
        return () -> {
            own.append();
            return own;
        };
    }

    /** How often the unluckiest one had to try until one of its events was written. */
    long mostTries() {
        return mostTries.get();
    }

    private final class Caller {
        private final Sessions pushes;
        private final Answers.OfCaller noted;
        private long known;

        Caller(Sessions pushes, Answers.OfCaller noted) {
            this.pushes = pushes;
            this.noted = noted;
        }

        /** As the service's commands do: whoever lost tries again in turn. */
        void append() {
            int tries = 1;
            for (boolean isWritten = !turns.hasLine(hot) && push(); !isWritten; tries++) {
                isWritten = turns.take(hot, () -> {
                    reload();
                    return push();
                });
            }
            mostTries.accumulate(tries);
        }

        private boolean push() {
            var push = pushes.push(hot.id(), known == 0 ? Expectation.NONE : Expectation.exactly(known));
            if (!(log.push(push) instanceof PushOutcome.Pushed pushed)) {
                return false;
            }
            var event = pushed.events().getFirst();
            noted.note(push.pushId(), pushed.position(), event.inTxOrder(), event.sequence());
            known = event.sequence();
            return true;
        }

        private void reload() {
            List<RecordedEvent> newer = log.readAggregate(hot, known + 1);
            known = newer.isEmpty() ? known : newer.getLast().sequence();
        }
    }
}
