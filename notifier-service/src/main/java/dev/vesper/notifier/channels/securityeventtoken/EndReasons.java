package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.Event;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import java.util.Optional;

/** Why a session, or an app's part of it, ended: the event that says so stands in the log. */
public final class EndReasons {
    private final EventLog log;

    public EndReasons(EventLog log) {
        this.log = log;
    }

    /** @throws dev.vesper.notifier.log.LogUnavailable no answer */
    Optional<String> of(Delivery delivery) {
        TriggerEvent trigger = delivery.request().triggerEvent();
        return log.readAggregate(delivery.instanceId(), trigger.aggregateType(), trigger.aggregateId()).stream()
                .filter(event -> event.sequence() == trigger.sequence())
                .map(Events::decode)
                .findFirst()
                .flatMap(EndReasons::reason);
    }

    private static Optional<String> reason(Event event) {
        return switch (event) {
            case SessionEvent.Terminated ended -> Optional.of(ended.reason());
            case OidcSessionEvent.Ended ended -> Optional.of(ended.reason());
            default -> Optional.empty();
        };
    }
}
