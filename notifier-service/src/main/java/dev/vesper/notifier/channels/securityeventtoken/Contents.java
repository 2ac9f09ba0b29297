package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.NotificationEvent;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.deliveries.Delivery;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides what a logout token says. A token that comes late and names the person would, at many apps, sign them out of the session
 * that they have begun since; so it names the old session alone then.
 */
public final class Contents {
    /** What comes sooner is no retry and was not held back: nobody signs in again within it. */
    private static final Duration PROMPT = Duration.ofSeconds(2);

    private final SignedInAgain signedInAgain;
    private final EndReasons reasons;
    private final Surroundings surroundings;
    private final boolean tellsReason;

    /** @param tellsReason whether tokens say why a session ended */
    public Contents(SignedInAgain signedInAgain, EndReasons reasons, Surroundings surroundings, boolean tellsReason) {
        this.signedInAgain = signedInAgain;
        this.reasons = reasons;
        this.surroundings = surroundings;
        this.tellsReason = tellsReason;
    }

    Content of(Delivery delivery, Logout logout) {
        return new Content(
                !isLate(delivery) || !signedInAgain.holds(delivery.instanceId(), logout),
                tellsReason ? reasons.of(delivery) : Optional.empty());
    }

    private boolean isLate(Delivery delivery) {
        boolean again = delivery.request().messageType().equals(NotificationEvent.BACK_CHANNEL_LOGOUT_AGAIN);
        return again
                || delivery.attempts() > 0
                || delivery.requestedAt().plus(PROMPT).isBefore(surroundings.now());
    }
}
