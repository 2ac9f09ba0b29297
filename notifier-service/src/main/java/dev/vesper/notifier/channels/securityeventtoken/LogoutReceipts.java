package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.NotificationEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.events.SessionLogoutEvent.BackChannelCanceled;
import dev.vesper.events.SessionLogoutEvent.BackChannelSent;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.notifier.deliveries.Receipts;
import dev.vesper.notifier.log.Events;
import dev.vesper.proto.internal.v1.AggregateAppend;
import java.util.List;

/** The session's own record of who was told. A second telling adds nothing to it. */
final class LogoutReceipts implements Receipts {
    @Override
    public List<AggregateAppend> ofSent(Delivery delivery) {
        Logout logout = Logout.of(delivery);
        return receipt(delivery, logout, new BackChannelSent(logout.clientId(), logout.oidcSessionId()));
    }

    @Override
    public List<AggregateAppend> ofCanceled(Delivery delivery, String reason) {
        Logout logout = Logout.of(delivery);
        return receipt(delivery, logout, new BackChannelCanceled(logout.clientId(), reason));
    }

    private static List<AggregateAppend> receipt(Delivery delivery, Logout logout, SessionLogoutEvent event) {
        if (!NotificationEvent.BACK_CHANNEL_LOGOUT.equals(delivery.request().messageType())) {
            return List.of();
        }
        return List.of(Events.append(delivery.instanceId(), logout.sessionId(), delivery.owner(), event)
                .setAny(true)
                .build());
    }
}
