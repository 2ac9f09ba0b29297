package dev.vesper.notifier;

import dev.vesper.events.NotificationEvent;
import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.channels.securityeventtoken.SecurityEventTokenChannel;
import dev.vesper.notifier.deliveries.Channel;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.notifier.deliveries.Lease;
import dev.vesper.notifier.egress.GuardedHttp;
import dev.vesper.notifier.egress.Mirror;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import dev.vesper.proto.internal.v1.PushRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Goes the way of a logout token with everything real but the audience, right after the start: so the first person who signs out
 * does not wait while classes are loaded, connections opened and keys fetched. The push expects what is not so, and is refused. The token
 * names nobody and goes nowhere but to this process, and what becomes of it is recorded nowhere.
 */
final class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String NOBODY = "rehearsal";

    /** The first loads what is needed, and the others see that it stands. */
    private static final int ROUNDS = 3;

    private static final String BODY = "logout_token=" + NOBODY;
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final EventLog log;
    private final Channel channel;
    private final GuardedHttp http;
    private final Surroundings surroundings;
    private final Duration limit;

    /** @param limit after which the log is not asked again */
    Rehearsal(EventLog log, Channel channel, GuardedHttp http, Surroundings surroundings, Duration limit) {
        this.log = log;
        this.channel = channel;
        this.http = http;
        this.surroundings = surroundings;
        this.limit = limit;
    }

    /** Where it cannot be held, the first logout token takes longer, and nothing else is different. */
    void run() {
        Instant began = surroundings.now();
        Instant end = began.plus(limit);
        try (Mirror mirror = http.mirror()) {
            String instanceId = log.findFirstInstance().orElse(NOBODY);
            for (int round = 0; round < ROUNDS && surroundings.now().isBefore(end); round++) {
                perform(instanceId, mirror, end);
            }
            http.rehearse(mirror, "https", BODY, HEADERS);
            LOG.infof(
                    "a logout token was rehearsed in %d ms",
                    Duration.between(began, surroundings.now()).toMillis());
        } catch (RuntimeException missing) {
            LOG.infof("logout tokens are not rehearsed, so that the first one takes longer: %s", missing.getMessage());
        }
    }

    private void perform(String instanceId, Mirror mirror, Instant end) {
        Requested event = requested(mirror.uri("http").toString(), surroundings.now());
        log.push(refused(instanceId, event), null, end);
        Delivery delivery = delivery(instanceId, read(instanceId, event));
        channel.send(delivery);
        http.rehearse(mirror, "http", BODY, HEADERS);
    }

    /** Nobody ever writes this aggregate, so that its sequence is never what is expected. */
    private PushRequest refused(String instanceId, Requested event) {
        return PushRequest.newBuilder()
                .setPushId(surroundings.ids().get().toString())
                .addAppends(Events.append(instanceId, NOBODY, NOBODY, event).setSequence(1))
                .build();
    }

    private static Requested read(String instanceId, Requested event) {
        return (Requested) Events.decode(new RecordedEvent(
                instanceId,
                "notification",
                NOBODY,
                "notification.requested",
                1,
                1,
                event.request().triggerEvent().createdAt(),
                Events.payload(event, instanceId, NOBODY),
                NOBODY,
                NOBODY,
                0,
                0,
                0));
    }

    private static Requested requested(String uri, Instant now) {
        return new Requested(new Request(
                NOBODY,
                null,
                NOBODY,
                NOBODY,
                NOBODY,
                new TriggerEvent("session", NOBODY, "session.terminated", 1, now),
                "session.terminated",
                NotificationEvent.BACK_CHANNEL_LOGOUT,
                SecurityEventTokenChannel.NOTIFICATION_TYPE,
                null,
                new Args(NOBODY, null, NOBODY, NOBODY, null, uri)));
    }

    private Delivery delivery(String instanceId, Requested event) {
        Instant now = surroundings.now();
        return new Delivery(
                instanceId,
                NOBODY,
                channel.kind(),
                NOBODY,
                NOBODY,
                event.request(),
                null,
                now,
                false,
                0,
                1,
                new Lease(surroundings.ids().get(), now.plus(limit)));
    }
}
