package dev.vesper.eventstore.write;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.PushedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a command came to.
 *
 * @param result what the deciding code answered
 * @param pushed empty when there was nothing to write
 */
public record Outcome<R>(R result, Optional<Pushed> pushed, List<Append> appends) {
    public Outcome {
        appends = List.copyOf(appends);
    }

    /** Of an aggregate that was loaded, changed or not. */
    public Written written(Loaded<?> aggregate) {
        Optional<PushedEvent> newest = newest(aggregate.id());
        if (newest.isEmpty()) {
            return aggregate.unchanged();
        }
        Pushed push = pushed.orElseThrow();
        return new Written(
                newest.get().sequence(),
                aggregate.exists() ? aggregate.createdAt() : push.createdAt(),
                push.createdAt(),
                newest.get().owner(),
                push.token());
    }

    /** Of an aggregate that the command began. */
    public Written begun(AggregateId aggregate) {
        PushedEvent newest = newest(aggregate).orElseThrow();
        Pushed push = pushed.orElseThrow();
        return new Written(newest.sequence(), push.createdAt(), push.createdAt(), newest.owner(), push.token());
    }

    /** Of everything that was written. */
    public ConsistencyToken token() {
        return pushed.map(Pushed::token).orElse(ConsistencyToken.NONE);
    }

    private Optional<PushedEvent> newest(AggregateId aggregate) {
        int end = 0;
        for (Append append : appends) {
            end += append.events().size();
            if (append.aggregate().equals(aggregate)) {
                int last = end - 1;
                return pushed.map(push -> push.events().get(last));
            }
        }
        return Optional.empty();
    }
}
