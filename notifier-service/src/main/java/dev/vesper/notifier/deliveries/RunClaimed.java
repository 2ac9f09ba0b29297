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

    /** Hears of each attempt, for metrics, room and circuits. */
    public interface Attempts {
        /** The target is free again, though the outcome is not on record yet. */
        void sent(Delivery delivery, Outcome outcome);

        /**
         * All is done.
         *
         * @param sent whether an attempt was made at all
         */
        void ended(Delivery delivery, boolean sent);
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
        boolean sent = false;
        try {
            Delivery delivery = claimed.unverified() ? lookUp(claimed) : claimed;
            if (delivery != null) {
                Kind kind = kind(delivery);
                Verdict verdict;
                if (kind.policy().isExpired(delivery.requestedAt(), surroundings.now())) {
                    verdict = Verdict.ofExpired(delivery);
                } else {
                    sent = true;
                    verdict = send(delivery, kind);
                }
                complete.record(delivery, verdict, kind.channel().receipts());
            }
        } catch (RuntimeException failed) {
            LOG.warnf(
                    failed,
                    "delivery %s could not be recorded; it is looked up in the log after its lease",
                    claimed.id());
        } finally {
            attempts.ended(claimed, sent);
        }
    }

    /** @return null when the log already knows how it ended, when the next attempt is due later, or when nobody asked for it */
    private @Nullable Delivery lookUp(Delivery claimed) {
        NotificationState known = known(claimed);
        if (known.equals(NotificationState.UNKNOWN)) {
            // Each delivery was in the log before it was in the schedule. What the log lost may still come back while
            // it waits
            // for its repair; what it does not hold afterwards never happened.
            log.requireWhole();
            known = known(claimed);
        }
        if (known.equals(NotificationState.UNKNOWN)) {
            LOG.warnf(
                    "delivery %s is not sent: the log was repaired and does not hold the request for it", claimed.id());
            complete.forget(claimed);
            return null;
        }
        if (known.isFinished() || known.dueAt().isAfter(surroundings.now())) {
            complete.adopt(claimed, known);
            return null;
        }
        return claimed.at(known);
    }

    private NotificationState known(Delivery claimed) {
        return NotificationState.of(log.readAggregate(claimed.instanceId(), "notification", claimed.id()));
    }

    private Verdict send(Delivery delivery, Kind kind) {
        Outcome outcome = send(delivery, kind.channel());
        attempts.sent(delivery, outcome);
        surroundings.killPoint().reached(KillPoint.AFTER_POST);
        return Verdict.of(delivery, outcome, kind.policy(), surroundings.now(), surroundings.random());
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
