package dev.vesper.events;

import java.util.Locale;

/** Why a session ended. The wire name is the lower-case name. */
public enum EndReason {
    USER,
    RP,
    ADMIN,
    EXPIRED,
    USER_DEACTIVATED,
    USER_LOCKED,
    USER_REMOVED,
    PASSWORD_CHANGED,
    APP_REMOVED,
    INSTANCE_REMOVED,
    UPSTREAM;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for an unknown reason */
    public static EndReason ofWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
