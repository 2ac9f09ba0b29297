package dev.vesper.simulation.world;

import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import java.util.Optional;

/**
 * What a caller wanted once, however often it asked.
 *
 * @param id stands in each event as its creator
 */
record Operation(String id, Push push, Optional<PushOutcome> answer) {
    Operation answered(PushOutcome outcome) {
        return new Operation(id, push, Optional.of(outcome));
    }
}
