package dev.vesper.eventstore.write.project;

import dev.vesper.events.EndReason;
import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an app's wishes about logouts must look like, and their defaults. Field names are those of the admin API. */
final class LogoutSettingsRules {
    static final LogoutSettings DEFAULT =
            new LogoutSettings("BACK_CHANNEL_LOGOUT_CLAIMS_SID_AND_SUB", List.of(), false, "LOGOUT_SCOPE_UNSPECIFIED");

    private static final Set<String> CLAIMS =
            Set.of(DEFAULT.backChannelClaims(), "BACK_CHANNEL_LOGOUT_CLAIMS_SID", "BACK_CHANNEL_LOGOUT_CLAIMS_SUB");
    private static final Set<String> SCOPES = Set.of(DEFAULT.scope(), "LOGOUT_SCOPE_PERSON", "LOGOUT_SCOPE_BROWSER");
    private static final Set<String> REASONS =
            Arrays.stream(EndReason.values()).map(EndReason::wireName).collect(Collectors.toUnmodifiableSet());

    private LogoutSettingsRules() {}

    /** The same settings with their defaults filled in. */
    static LogoutSettings checked(LogoutSettings settings) {
        boolean isDefault = settings.backChannelClaims().endsWith("_UNSPECIFIED");
        String claims = isDefault ? DEFAULT.backChannelClaims() : settings.backChannelClaims();
        require(CLAIMS.contains(claims), "logout.backChannelClaims", CLAIMS);
        require(SCOPES.contains(settings.scope()), "logout.scope", SCOPES);
        List<String> reasons =
                settings.backChannelReasons().stream().distinct().sorted().toList();
        for (String reason : reasons) {
            require(REASONS.contains(reason), "logout.backChannelReasons", REASONS);
        }
        return new LogoutSettings(claims, reasons, settings.tellReason(), settings.scope());
    }

    private static void require(boolean known, String field, Set<String> all) {
        if (!known) {
            throw CommandRejected.invalid(
                    "INVALID_LOGOUT_SETTINGS",
                    field,
                    field + " must be one of "
                            + String.join(", ", all.stream().sorted().toList()) + ".");
        }
    }
}
