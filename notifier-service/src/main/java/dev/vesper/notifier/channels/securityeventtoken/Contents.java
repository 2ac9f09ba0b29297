package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.NotificationEvent;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.proto.admin.v1.BackChannelLogoutClaims;
import dev.vesper.proto.admin.v1.LogoutSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a logout token says. A token that comes late and names the person would, at many apps, sign them out of the session
 * that they have begun since; so it names the old session alone then.
 */
public final class Contents {
    /** What comes sooner is no retry and was not held back: nobody signs in again within it. */
    private static final Duration PROMPT = Duration.ofSeconds(2);

    /** Ends of all sessions of a person: there is none that a token without {@code sid} would end by mistake. */
    private static final Set<String> ENDS_OF_PEOPLE =
            Set.of("user_deactivated", "user_locked", "user_removed", "instance_removed");

    private final SignedInAgain signedInAgain;
    private final EndReasons reasons;
    private final Surroundings surroundings;
    private final boolean tellsReason;

    /** @param tellsReason whether tokens say why a session ended, also to apps that did not ask for it */
    public Contents(SignedInAgain signedInAgain, EndReasons reasons, Surroundings surroundings, boolean tellsReason) {
        this.signedInAgain = signedInAgain;
        this.reasons = reasons;
        this.surroundings = surroundings;
        this.tellsReason = tellsReason;
    }

    /** @return empty when the app does not want to hear of ends like this one */
    Optional<Content> of(Delivery delivery, Logout logout, LogoutSettings app) {
        boolean tells = tellsReason || app.getTellReason();
        BackChannelLogoutClaims claims = app.getBackChannelClaims();
        boolean needsReason = tells
                || app.getBackChannelReasonsCount() > 0
                || claims == BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SUB;
        Optional<String> reason = needsReason ? reasons.of(delivery) : Optional.empty();
        if (app.getBackChannelReasonsCount() > 0
                && reason.filter(app.getBackChannelReasonsList()::contains).isEmpty()) {
            return Optional.empty();
        }
        boolean subject = claims != BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SID
                && (!isLate(delivery) || !signedInAgain.holds(delivery.instanceId(), logout));
        boolean session = !subject
                || claims != BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SUB
                || reason.filter(ENDS_OF_PEOPLE::contains).isEmpty();
        return Optional.of(new Content(session, subject, tells ? reason : Optional.empty()));
    }

    private boolean isLate(Delivery delivery) {
        boolean again = delivery.request().messageType().equals(NotificationEvent.BACK_CHANNEL_LOGOUT_AGAIN);
        return again
                || delivery.attempts() > 0
                || delivery.requestedAt().plus(PROMPT).isBefore(surroundings.now());
    }
}
