package dev.vesper.eventstore.repair;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.relay.TopicHistory;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Puts the log above all that others have seen of it. Running it again changes nothing, and only one runs at a time. */
final class Repair {
    private final Sql sql;
    private final Supplier<Session> connections;
    private final TopicHistory topic;
    private final Inspector inspector;
    private final RepairConfig config;
    private final Function<RecordedEvent, Optional<Marker>> endOf;

    Repair(
            Sql sql,
            Supplier<Session> connections,
            TopicHistory topic,
            String topicName,
            RepairConfig config,
            Function<RecordedEvent, Optional<Marker>> endOf) {
        this.sql = sql;
        this.connections = connections;
        this.topic = topic;
        this.inspector = new Inspector(sql, topic, topicName, config);
        this.config = config;
        this.endOf = endOf;
    }

    boolean serverIsKnown() {
        return inspector.serverIsKnown();
    }

    /** As an operator asks for it. */
    Outcome run(RepairMode mode) {
        return alone(session -> mode == RepairMode.REPORT
                ? Outcome.report(inspector.inspect(), new Damage(sql))
                : repair(mode, session));
    }

    /** As the service does it by itself: only where it sees everything, and nothing was lost. */
    Outcome automatically() {
        return alone(session -> {
            try {
                topic.fence();
            } catch (KafkaException e) {
                return Outcome.refused(
                        "The server is unknown, and Kafka cannot be asked what it holds: " + e.getMessage());
            }
            Finding finding = inspector.inspect();
            if (!finding.isAllVisible() || !finding.isNothingLost() || !config.automatic()) {
                return Outcome.stopped(finding);
            }
            return raise(session, finding, "automatic: nothing was lost", List.of());
        });
    }

    private Outcome repair(RepairMode mode, Session session) {
        Finding before = inspector.inspect();
        if (before.isNothingLost() && before.isAbove(highest(before)) && isToldOrVisible(before)) {
            return Outcome.nothingToDo(before);
        }
        if (!before.isNothingLost()) {
            sql.run(Statement.of("log/withdraw_base", "repair: commits were lost"));
        }
        Finding finding = fencedAndInspected(before);
        return refusal(mode, finding).orElseGet(() -> raise(mode, session, finding));
    }

    private Outcome raise(RepairMode mode, Session session, Finding finding) {
        String reason = "repair: " + mode.word();
        if (mode == RepairMode.RESTORE) {
            return raise(session, finding, reason, finding.lost());
        }
        if (!finding.isNothingLost()) {
            // The topic will be another one, and is to be filled from the first event on.
            sql.run(Statement.of("repair/forget_relayed"));
        }
        return raise(session, finding, reason, List.of());
    }

    /** Without pushes and with all relays fenced, what is found now stays so. */
    private Finding fencedAndInspected(Finding before) {
        if (!isToldOrVisible(before)) {
            return before;
        }
        try {
            topic.fence();
        } catch (KafkaException e) {
            return before;
        }
        return inspector.inspect();
    }

    private Optional<Outcome> refusal(RepairMode mode, Finding finding) {
        if (!isToldOrVisible(finding)) {
            return Optional.of(Outcome.blind(finding));
        }
        if (mode == RepairMode.RESTORE && !finding.canComeBack()) {
            return Optional.of(Outcome.cannotComeBack(finding));
        }
        return Optional.empty();
    }

    private boolean isToldOrVisible(Finding finding) {
        return finding.isAllVisible() || config.seen() >= 0;
    }

    private Outcome raise(Session session, Finding finding, String reason, List<RecordedEvent> back) {
        long base = highest(finding) + 1 + config.margin();
        List<String> damage = new Damage(sql).of(back);
        new RaiseBase(session, endOf).to(base, reason, finding.logEnd(), back);
        return Outcome.raised(finding, base, back, damage);
    }

    private long highest(Finding finding) {
        return Math.max(finding.highest(), config.seen());
    }

    private Outcome alone(Function<Session, Outcome> work) {
        if (inspector.isStandby()) {
            return Outcome.refused("This PostgreSQL server is a standby. Promote it first, or connect to the primary.");
        }
        if (inspector.isBeingFilled()) {
            return Outcome.refused(
                    "Events of the system before are being brought over; the base comes with the cut-over.");
        }
        try (Session session = connections.get()) {
            boolean taken = session.run(Statement.of("repair/try_lock"))
                    .iterator()
                    .next()
                    .getBoolean("taken");
            if (!taken) {
                return Outcome.busy();
            }
            Outcome outcome = work.apply(session);
            // The next one need not wait until the server notices that this connection is gone.
            session.run(Statement.of("repair/unlock"));
            return outcome;
        }
    }
}
