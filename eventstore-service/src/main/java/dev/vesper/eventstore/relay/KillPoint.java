package dev.vesper.eventstore.relay;

import java.util.Optional;

/**
 * A named place where the acceptance tests let the process die, as if by SIGKILL. Nothing happens unless
 * {@code vesper.test.kill-at} names the place.
 */
public final class KillPoint {
    public static final String AFTER_COMMIT_BEFORE_CURSOR = "relay.after-commit-before-cursor";

    private static final int KILLED = 137;

    private final Optional<String> killAt;

    public KillPoint(Optional<String> killAt) {
        this.killAt = killAt;
    }

    void reached(String place) {
        if (killAt.isPresent() && killAt.get().equals(place)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
