package dev.vesper.eventstore.repair;

import org.jboss.logging.Logger;

/**
 * Notices that the database is another server than before. Where it can be proven that nothing was lost, which a failover to a
 * synchronous standby always allows, the base is raised without anybody's help.
 */
final class BaseWatch {
    private static final Logger LOG = Logger.getLogger(BaseWatch.class);

    private final Repair repair;
    private String said = "";

    BaseWatch(Repair repair) {
        this.repair = repair;
    }

    /** @throws IllegalStateException with the repair, when others saw what the log does not hold */
    void requireNothingLost() {
        Outcome outcome = look();
        if (outcome.kind() == Outcome.Kind.LOST) {
            throw new IllegalStateException(
                    "The log was restored or failed over, and lost commits.\n" + outcome.text());
        }
    }

    void runOnce() {
        Outcome _ = look();
    }

    private Outcome look() {
        if (repair.serverIsKnown()) {
            said = "";
            return new Outcome(Outcome.Kind.DONE, "");
        }
        Outcome outcome = repair.automatically();
        // Once, and not at each look.
        if (!outcome.text().equals(said) && outcome.kind() != Outcome.Kind.BUSY) {
            said = outcome.text();
            if (outcome.kind() == Outcome.Kind.DONE) {
                LOG.warnf("The log was restored or failed over, and lost nothing.\n%s", outcome.text());
            } else {
                LOG.errorf("The log was restored or failed over. Pushes are refused.\n%s", outcome.text());
            }
        }
        return outcome;
    }
}
