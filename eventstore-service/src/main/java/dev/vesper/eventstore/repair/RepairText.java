package dev.vesper.eventstore.repair;

import dev.vesper.events.RecordedEvent;
import java.util.List;
import java.util.stream.Collectors;

/** What a repair says. */
final class RepairText {
    static final String BLIND = """
            Nothing was changed: the base must be above what everybody has seen, and that cannot be looked up here.
            Make it visible, or ask there for the highest position, for example
                SELECT max(position) FROM projections.partition_states;
                SELECT max(position) FROM notifier.checkpoints;
            and tell it: VESPER_REPAIR_SEEN=<position>
            """;

    private static final int LISTED_EVENTS = 50;

    private static final String LOST = """
            Commits were lost: others saw events that the log does not hold. Nothing is pushed or relayed until that is
            repaired.
            """;

    private static final String BRING_BACK = """
            Bring the events back from Kafka to where they stood, and raise the base:
                VESPER_REPAIR_MODE=restore java -jar quarkus-run.jar
            Or accept the loss, for example after going back to an older backup on purpose:
                VESPER_REPAIR_MODE=forget java -jar quarkus-run.jar
            """;

    private static final String GUIDE =
            "On Kubernetes: deploy/kubernetes/repair. All of it is explained in docs/restore-and-failover.md.\n";

    private RepairText() {}

    static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append("Server: system identifier %d, timeline %d, %s\n"
                .formatted(
                        finding.systemIdentifier(),
                        finding.timeline(),
                        finding.serverIsKnown()
                                ? "known; the next push stands at or above "
                                        + finding.nextPosition().getAsLong()
                                : "unknown: pushes are refused"));
        text.append("The log ends at ").append(Places.text(finding.logEnd())).append('\n');
        finding.seen().forEach(seen -> text.append("  ").append(seen).append('\n'));
        finding.unseen()
                .forEach(unseen -> text.append("  NOT SEEN: ").append(unseen).append('\n'));
        if (finding.lostCount() > 0) {
            text.append("LOST: %d event%s of the topic are not in the log:\n"
                    .formatted(finding.lostCount(), finding.lostCount() == 1 ? "" : "s"));
            text.append(lines(finding.lost().stream().map(Places::text).toList(), finding.lostCount()));
        }
        finding.ahead()
                .forEach(seen -> text.append("AHEAD of the log and of the topic: ")
                        .append(seen)
                        .append('\n'));
        return text.toString();
    }

    static String damage(List<String> lines) {
        return lines.isEmpty() ? "" : "Kafka never had the following, so it stays lost:\n" + lines(lines, lines.size());
    }

    static String raised(Finding finding, long base, List<RecordedEvent> back) {
        String text = "Brought back %d events, and raised the base to %d. Pushes go on.\n".formatted(back.size(), base);
        return back.size() == finding.lostCount() && finding.ahead().isEmpty() ? text : text + """
                What others saw and the log does not hold is forgotten. Now, with all services stopped:
                  1. delete the topic (kafka-topics.sh --delete); the relay makes it anew and fills it from the log
                  2. DROP SCHEMA projections CASCADE;      -- the views are built anew from the log
                     UPDATE notifier.checkpoints SET next_offset = 0;
                     UPDATE notifier.deliveries SET unverified = TRUE WHERE state IN ('waiting', 'running');
                and start the services again. docs/restore-and-failover.md has each step.
                """;
    }

    static String advice(Finding finding) {
        if (finding.isNothingLost()) {
            return finding.serverIsKnown()
                    ? "Nothing is lost.\n"
                    : "Nothing is lost as far as can be seen. Raise the base:\n" + command("restore");
        }
        return LOST + (finding.canComeBack() ? BRING_BACK : whyNotBack(finding)) + GUIDE;
    }

    static String whyNotBack(Finding finding) {
        StringBuilder text = new StringBuilder("They cannot be brought back from Kafka:\n");
        if (finding.overtaken() > 0) {
            text.append("  the log holds other events in the places of %d of them\n".formatted(finding.overtaken()));
        }
        if (finding.lost().size() < finding.lostCount()) {
            text.append("  there are more of them than VESPER_REPAIR_MAX_EVENTS\n");
        }
        if (!finding.ahead().isEmpty()) {
            text.append("  Kafka does not hold all that others have seen\n");
        }
        return text.append("The loss can be accepted:\n")
                .append(command("forget"))
                .toString();
    }

    private static String command(String mode) {
        return "    VESPER_REPAIR_MODE=" + mode + " java -jar quarkus-run.jar\n";
    }

    private static String lines(List<String> lines, long all) {
        String listed = lines.stream()
                .limit(LISTED_EVENTS)
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
        return all > LISTED_EVENTS ? listed + "  and %d more\n".formatted(all - LISTED_EVENTS) : listed;
    }
}
