package dev.vesper.eventstore.automation;

import dev.vesper.eventstore.lease.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A lease with the epoch under which it is held. It is renewed when that is due, not at each look: a renewal is a write. */
final class Lead {
    private static final long NONE = 0;

    private final Lease lease;
    private final String name;
    private final Duration renewAfter;
    private final Clock clock;
    private long epoch = NONE;
    private Instant heldSince = Instant.EPOCH;

    /** @param renewAfter well below the lease's own duration */
    Lead(Lease lease, String name, Duration renewAfter, Clock clock) {
        this.lease = lease;
        this.name = name;
        this.renewAfter = renewAfter;
        this.clock = clock;
    }

    /** Takes it, or prolongs it when that is due. */
    boolean take() {
        Instant now = clock.instant();
        if (epoch == NONE || (isDue(now) && !renewed(now))) {
            epoch = lease.take().orElse(NONE);
            heldSince = now;
        }
        return epoch != NONE;
    }

    /** @throws LeadLost when it ran out or another has it */
    void keep() {
        Instant now = clock.instant();
        if (isDue(now) && !renewed(now)) {
            epoch = NONE;
            throw new LeadLost(name);
        }
    }

    private boolean isDue(Instant now) {
        return now.isAfter(heldSince.plus(renewAfter));
    }

    private boolean renewed(Instant now) {
        boolean renewed = lease.renew(epoch);
        heldSince = now;
        return renewed;
    }

    void release() {
        if (epoch != NONE) {
            lease.release(epoch);
            epoch = NONE;
        }
    }

    long epoch() {
        return epoch;
    }

    /** Another works on it now. */
    static final class LeadLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private LeadLost(String name) {
            super("the lease " + name + " was lost", null, false, false);
        }
    }
}
