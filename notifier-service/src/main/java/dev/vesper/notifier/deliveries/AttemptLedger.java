package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

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
    public void sent(Delivery delivery, Outcome outcome) {
        Instant now = surroundings.now();
        measured.accept(outcome, Duration.between(delivery.requestedAt(), now));
        wakeIf(claiming.targets().finished(delivery.target(), outcome, now));
        claiming.targets().nextProbe().ifPresent(this::wakeAt);
    }

    @Override
    public void ended(Delivery delivery, boolean sent) {
        if (!sent) {
            wakeIf(claiming.targets().released(delivery.target()));
        }
        wakeIf(claiming.slots().giveBack());
    }

    private void wakeIf(boolean waitedFor) {
        if (waitedFor) {
            lanes.wake();
        }
    }

    private void wakeAt(Instant probe) {
        lanes.first().at(probe);
        lanes.retry().at(probe);
    }
}
