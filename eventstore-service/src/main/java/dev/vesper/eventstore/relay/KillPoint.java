package dev.vesper.eventstore.relay;

import java.util.Optional;

/** Named places where a test lets the process die. */
@FunctionalInterface
public interface KillPoint {
    String AFTER_LEASE_BEFORE_FENCE = "relay.after-lease-before-fence";
    String AFTER_SEND_BEFORE_COMMIT = "relay.after-send-before-commit";
    String AFTER_COMMIT_BEFORE_CURSOR = "relay.after-commit-before-cursor";

    /** Nothing happens, unless this is the place to die at. */
    void reached(String place);

    /** @param killAt where the process halts as if by SIGKILL; nowhere when empty */
    static KillPoint halting(Optional<String> killAt) {
        return place -> {
            if (killAt.isPresent() && killAt.get().equals(place)) {
                Runtime.getRuntime().halt(137);
            }
        };
    }
}
