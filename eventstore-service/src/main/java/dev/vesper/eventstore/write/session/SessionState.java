package dev.vesper.eventstore.write.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a session need to know.
 *
 * @param authTime when the person last proved who they are; null before
 * @param authMethods RFC 8176 values
 * @param endReason null while it goes on
 */
public record SessionState(
        boolean begun,
        String userAgentId,
        String userId,
        @Nullable Instant authTime,
        List<String> authMethods,
        @Nullable String endReason) {
    static final SessionState NONE = new SessionState(false, "", "", null, List.of(), null);

    public boolean isLive() {
        return begun && endReason == null;
    }

    SessionState withUser(String id) {
        return new SessionState(begun, userAgentId, id, authTime, authMethods, endReason);
    }

    SessionState withAuthentication(Instant at, List<String> methods) {
        return new SessionState(begun, userAgentId, userId, at, methods, endReason);
    }

    SessionState ended(String reason) {
        return new SessionState(begun, userAgentId, userId, authTime, authMethods, reason);
    }
}
