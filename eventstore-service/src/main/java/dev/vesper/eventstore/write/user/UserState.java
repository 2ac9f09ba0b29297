package dev.vesper.eventstore.write.user;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a user need to know.
 *
 * @param userName null once the user is removed and the key of their data is gone
 * @param hashedPassword PHC string; null without a password
 */
public record UserState(
        Status status,
        boolean deactivated,
        boolean locked,
        @Nullable String userName,
        @Nullable String hashedPassword,
        Map<String, Pat> pats) {
    static final UserState NONE = new UserState(Status.NONE, false, false, null, null, Map.of());

    enum Status {
        NONE,
        PRESENT,
        REMOVED
    }

    /** A personal access token. */
    record Pat(String hashedToken, @Nullable Instant expiration) {}

    public boolean isPresent() {
        return status == Status.PRESENT;
    }

    /** Neither removed nor deactivated nor locked. */
    public boolean mayAct() {
        return isPresent() && !deactivated && !locked;
    }

    UserState withDeactivated(boolean now) {
        return new UserState(status, now, locked, userName, hashedPassword, pats);
    }

    UserState withLocked(boolean now) {
        return new UserState(status, deactivated, now, userName, hashedPassword, pats);
    }

    UserState withUserName(@Nullable String now) {
        return new UserState(status, deactivated, locked, now, hashedPassword, pats);
    }

    UserState withPassword(String hash) {
        return new UserState(status, deactivated, locked, userName, hash, pats);
    }

    UserState withPats(Map<String, Pat> now) {
        return new UserState(status, deactivated, locked, userName, hashedPassword, now);
    }
}
