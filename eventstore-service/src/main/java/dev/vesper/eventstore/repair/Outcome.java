package dev.vesper.eventstore.repair;

import dev.vesper.events.RecordedEvent;
import java.util.List;

/** What a repair did or found, with all that an operator must know. */
record Outcome(Kind kind, String text) {
    enum Kind {
        /** The log stands above everything, or a report was asked for. */
        DONE,
        /** Nothing was changed, and pushes are refused until somebody acts. */
        REFUSED,
        /** Others saw what the log does not hold. */
        LOST,
        /** Another repair is at work. */
        BUSY
    }

    static Outcome report(Finding finding, Damage damage) {
        return new Outcome(
                Kind.DONE,
                RepairText.of(finding) + RepairText.damage(damage.of(finding.lost())) + RepairText.advice(finding));
    }

    static Outcome nothingToDo(Finding finding) {
        return new Outcome(
                Kind.DONE, RepairText.of(finding) + "There is nothing to repair: the log is above everything.\n");
    }

    static Outcome raised(Finding finding, long base, List<RecordedEvent> back, List<String> damage) {
        return new Outcome(
                Kind.DONE, RepairText.of(finding) + RepairText.raised(finding, base, back) + RepairText.damage(damage));
    }

    static Outcome stopped(Finding finding) {
        Kind kind = finding.isNothingLost() ? Kind.REFUSED : Kind.LOST;
        return new Outcome(kind, RepairText.of(finding) + RepairText.advice(finding));
    }

    static Outcome blind(Finding finding) {
        return new Outcome(Kind.REFUSED, RepairText.of(finding) + RepairText.BLIND);
    }

    static Outcome cannotComeBack(Finding finding) {
        return new Outcome(Kind.REFUSED, RepairText.of(finding) + RepairText.whyNotBack(finding));
    }

    static Outcome busy() {
        return new Outcome(Kind.BUSY, "Another repair of this log is at work; nothing was changed.\n");
    }

    static Outcome refused(String why) {
        return new Outcome(Kind.REFUSED, why + "\n");
    }
}
