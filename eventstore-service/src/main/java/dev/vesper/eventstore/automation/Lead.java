package dev.vesper.eventstore.automation;

import dev.vesper.eventstore.lease.Lease;

/** A lease with the epoch under which it is held. */
final class Lead {
    private static final long NONE = 0;

    private final Lease lease;
    private final String name;
    private long epoch = NONE;

    Lead(Lease lease, String name) {
        this.lease = lease;
        this.name = name;
    }

    /** Takes it or prolongs it. */
    boolean take() {
        if (epoch == NONE || !lease.renew(epoch)) {
            epoch = lease.take().orElse(NONE);
        }
        return epoch != NONE;
    }

    /** @throws LeadLost when it ran out or another has it */
    void keep() {
        if (!lease.renew(epoch)) {
            epoch = NONE;
            throw new LeadLost(name);
        }
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
