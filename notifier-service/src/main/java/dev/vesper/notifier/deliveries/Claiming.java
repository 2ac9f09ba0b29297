package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What all claims of a process share: its room, and how long a lease holds. */
public record Claiming(Targets targets, Slots slots, int bulkLimit, Duration leaseTime) {
    int most() {
        return Math.min(bulkLimit, slots.free());
    }

    void started(List<Delivery> claimed) {
        slots.take(claimed.size());
        claimed.forEach(delivery -> targets.started(delivery.target()));
    }

    Lease lease(Instant now, Surroundings surroundings) {
        return new Lease(surroundings.ids().get(), now.plus(leaseTime));
    }
}
