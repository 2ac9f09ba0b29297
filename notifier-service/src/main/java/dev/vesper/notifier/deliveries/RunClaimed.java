package dev.vesper.notifier.deliveries;

import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.log.EventLog;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends one claimed delivery and has its outcome recorded. No transaction is open meanwhile. */
public final class RunClaimed {
    private static final Logger LOG = Logger.getLogger(RunClaimed.class);

    private final Map<String, Kind> kinds;
    private final EventLog log;
    private final Complete complete;
    private final Surroundings surroundings;
    private final Attempts attempts;

    /** A channel and how it is retried. */
    public record Kind(Channel channel, RetryPolicy policy) {}

    /** Hears of each attempt, for metrics and circuits. A null outcome: none was made. */
    public interface Attempts {
        void ended(Delivery delivery, @Nullable Outcome outcome);
    }

    public RunClaimed(
            Map<String, Kind> kinds, EventLog log, Complete complete, Surroundings surroundings, Attempts attempts) {
        this.kinds = kinds;
        this.log = log;
        this.complete = complete;
        this.surroundings = surroundings;
        this.attempts = attempts;
    }

    public void runOnce(Delivery claimed) {
        Outcome outcome = null;
        try {
            Delivery delivery = claimed.unverified() ? lookUp(claimed) : claimed;
            if (delivery != null) {
                outcome = run(delivery, kind(delivery));
            }
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "delivery %s could not be recorded; it is looked up in the log after its lease",
                    claimed.id());
        } finally {
            attempts.ended(claimed, outcome);
        }
    }

    /** @return null when the log already knows how it ended, or when the next attempt is due later */
    private @Nullable Delivery lookUp(Delivery claimed) {
        NotificationState known =
                NotificationState.of(log.readAggregate(claimed.instanceId(), "notification", claimed.id()));
        if (known.isFinished() || known.dueAt().isAfter(surroundings.now())) {
            complete.adopt(claimed, known);
            return null;
        }
        return claimed.at(known);
    }

    private @Nullable Outcome run(Delivery delivery, Kind kind) {
        Receipts receipts = kind.channel().receipts();
        if (kind.policy().isExpired(delivery.requestedAt(), surroundings.now())) {
            complete.record(delivery, Verdict.ofExpired(delivery), receipts);
            return null;
        }
        Outcome outcome = send(delivery, kind.channel());
        surroundings.killPoint().reached(KillPoint.AFTER_POST);
        complete.record(
                delivery,
                Verdict.of(delivery, outcome, kind.policy(), surroundings.now(), surroundings.random()),
                receipts);
        return outcome;
    }

    private static Outcome send(Delivery delivery, Channel channel) {
        try {
            return channel.send(delivery);
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "delivery %s failed here, before anything was sent; it is tried again", delivery.id());
            return Outcome.Temporary.ofOurs(
                    "could not be prepared: " + failed.getClass().getSimpleName());
        }
    }

    private Kind kind(Delivery delivery) {
        Kind kind = kinds.get(delivery.kind());
        if (kind == null) {
            throw new IllegalStateException("this version sends no notification of kind " + delivery.kind());
        }
        return kind;
    }
}
