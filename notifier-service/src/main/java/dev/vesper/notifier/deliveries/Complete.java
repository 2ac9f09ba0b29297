package dev.vesper.notifier.deliveries;

import static dev.vesper.notifier.Surroundings.utc;

import dev.vesper.events.NotificationEvent;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.deliveries.Verdict.Cancel;
import dev.vesper.notifier.deliveries.Verdict.Retry;
import dev.vesper.notifier.deliveries.Verdict.Sent;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.PushResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Records how an attempt ended: first in the log, expecting the notification where the claim found it, then in the row,
 * under the claim's lease. Whoever lost the lease is refused by one or the other and records nothing.
 */
public final class Complete {
    private static final Logger LOG = Logger.getLogger(Complete.class);
    private static final Statement FINISH = Statement.named("finish_delivery");
    private static final Statement RESCHEDULE = Statement.named("reschedule_delivery");

    private final EventLog log;
    private final Database database;
    private final Surroundings surroundings;
    private final Lanes lanes;

    /** @param lanes are told when a delivery that was put off is due */
    public Complete(EventLog log, Database database, Surroundings surroundings, Lanes lanes) {
        this.log = log;
        this.database = database;
        this.surroundings = surroundings;
        this.lanes = lanes;
    }

    /**
     * @throws dev.vesper.notifier.log.LogUnavailable the log did not answer within the lease; whoever rescues the delivery
     *     finds out what was recorded
     */
    void record(Delivery delivery, Verdict verdict, Receipts receipts) {
        if (delivery.lease().isOver(surroundings.now())) {
            LOG.warnf("delivery %s took longer than its lease; its outcome is left to who took over", delivery.id());
            return;
        }
        PushResponse answer = log.push(
                request(delivery, verdict, receipts),
                delivery.traceparent(),
                delivery.lease().until());
        if (answer.hasRefused()) {
            LOG.warnf("delivery %s was recorded by another worker; it is looked up in the log", delivery.id());
            lookUpAgain(delivery);
            return;
        }
        long sequence = answer.getPushed().getEvents(0).getSequence();
        switch (verdict) {
            case Sent sent -> finish(delivery, "sent", sent.attempt(), sequence);
            case Cancel cancel -> finish(delivery, "canceled", cancel.attempt(), sequence);
            case Retry retry -> putOff(delivery, retry, sequence);
        }
    }

    /** What another worker recorded is taken over. */
    void adopt(Delivery delivery, NotificationState known) {
        if (known.isFinished()) {
            finish(delivery, known.state(), known.attempts(), known.sequence());
        } else {
            reschedule(delivery, known.attempts(), known.sequence(), known.dueAt(), false);
        }
    }

    /** For what the log knows nothing of, so that nothing is to be recorded there either. */
    void forget(Delivery delivery) {
        finish(delivery, "canceled", delivery.attempts(), delivery.sequence());
    }

    private void lookUpAgain(Delivery delivery) {
        reschedule(delivery, delivery.attempts(), delivery.sequence(), surroundings.now(), true);
    }

    private void finish(Delivery delivery, String state, int attempts, long sequence) {
        database.run(
                FINISH,
                delivery.instanceId(),
                delivery.id(),
                delivery.lease().holder(),
                state,
                attempts,
                sequence,
                utc(surroundings.now()));
    }

    private void putOff(Delivery delivery, Retry retry, long sequence) {
        reschedule(delivery, retry.attempt(), sequence, surroundings.now().plus(retry.backOff()), false);
    }

    private void reschedule(Delivery delivery, int attempts, long sequence, Instant dueAt, boolean unverified) {
        database.run(
                RESCHEDULE,
                delivery.instanceId(),
                delivery.id(),
                delivery.lease().holder(),
                attempts > 0,
                attempts,
                sequence,
                utc(dueAt),
                unverified,
                delivery.target());
        lanes.due(attempts > 0, dueAt);
    }

    private static PushRequest request(Delivery delivery, Verdict verdict, Receipts receipts) {
        return PushRequest.newBuilder()
                .setPushId(pushId(delivery).toString())
                .addAppends(
                        Events.append(delivery.instanceId(), delivery.id(), delivery.owner(), event(delivery, verdict))
                                .setSequence(delivery.sequence()))
                .addAllAppends(receipts(delivery, verdict, receipts))
                .build();
    }

    private static NotificationEvent event(Delivery delivery, Verdict verdict) {
        return switch (verdict) {
            case Sent sent -> new NotificationEvent.Sent(sent.attempt(), sent.httpStatus());
            case Cancel cancel ->
                new NotificationEvent.Canceled(cancel.error(), cancel.reason(), cancel.attempt(), cancel.httpStatus());
            case Retry retry ->
                new NotificationEvent.RetryRequested(
                        delivery.request(), retry.error(), retry.httpStatus(), retry.attempt(), retry.backOff());
        };
    }

    private static List<AggregateAppend> receipts(Delivery delivery, Verdict verdict, Receipts receipts) {
        return switch (verdict) {
            case Sent _ -> receipts.ofSent(delivery);
            case Cancel cancel -> receipts.ofCanceled(delivery, cancel.reason());
            case Retry _ -> List.of();
        };
    }

    /** One per claim: it records one outcome. */
    private static UUID pushId(Delivery delivery) {
        String claim = delivery.lease().holder() + "/" + delivery.instanceId() + "/" + delivery.id();
        return UUID.nameUUIDFromBytes(claim.getBytes(StandardCharsets.UTF_8));
    }
}
