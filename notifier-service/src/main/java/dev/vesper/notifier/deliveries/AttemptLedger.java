package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gives back the room that a delivery took, keeps its target's circuit, and wakes whoever waited for either. */
public final class AttemptLedger implements RunClaimed.Attempts {
    private final Claiming claiming;
    private final Lanes lanes;
    private final Surroundings surroundings;
    private final BiConsumer<Outcome, Duration> measured;

    /** @param measured is told each outcome and the time since the request */
    public AttemptLedger(
            Claiming claiming, Lanes lanes, Surroundings surroundings, BiConsumer<Outcome, Duration> measured) {
        this.claiming = claiming;
        this.lanes = lanes;
        this.surroundings = surroundings;
        this.measured = measured;
    }

    @Override
    public void ended(Delivery delivery, @Nullable Outcome outcome) {
        Instant now = surroundings.now();
        Targets targets = claiming.targets();
        boolean held = outcome == null
                ? targets.released(delivery.target(), now)
                : targets.finished(delivery.target(), outcome, now);
        boolean full = claiming.slots().giveBack();
        if (outcome != null) {
            measured.accept(outcome, Duration.between(delivery.requestedAt(), now));
        }
        targets.nextProbe().ifPresent(this::wakeAt);
        if (held || full) {
            lanes.wake();
        }
    }

    private void wakeAt(Instant probe) {
        lanes.first().at(probe);
        lanes.retry().at(probe);
    }
}
