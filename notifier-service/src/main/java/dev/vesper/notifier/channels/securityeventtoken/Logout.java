package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.notifier.deliveries.Delivery;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of which session's end.
 *
 * @param origin of the request that ended the session; null where no request did
 * @param uri the app's at the time of its registration
 */
record Logout(
        String userId,
        String sessionId,
        String clientId,
        @Nullable String oidcSessionId,
        @Nullable String origin,
        String uri) {

    /** @throws NullPointerException when the request names no user, session or client, which none of ours does */
    static Logout of(Delivery delivery) {
        Request request = delivery.request();
        Args args = Objects.requireNonNull(request.args(), "args");
        return new Logout(
                Objects.requireNonNull(request.userId(), "userID"),
                Objects.requireNonNull(args.sessionId(), "sessionID"),
                Objects.requireNonNull(args.clientId(), "clientID"),
                args.oidcSessionId(),
                request.triggeredAtOrigin(),
                SecurityEventTokenChannel.uri(request));
    }
}
