package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.CommandRejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** What a policy must look like. Field names are those of the admin API. */
public final class PolicyRules {
    private static final int MAX_ATTEMPTS = 1000;
    private static final int LONGEST_MIN_LENGTH = 72;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private PolicyRules() {}

    public static void check(Policy policy) {
        switch (policy) {
            case Policy.Login login -> checkUri(login.defaultRedirectUri() == null ? "" : login.defaultRedirectUri());
            case Policy.Lockout lockout ->
                require(
                        lockout.maxPasswordAttempts() >= 0 && lockout.maxPasswordAttempts() <= MAX_ATTEMPTS,
                        "maxPasswordAttempts",
                        "must be 0, for never, to " + MAX_ATTEMPTS);
            case Policy.PasswordComplexity complexity ->
                require(
                        complexity.minLength() >= 1 && complexity.minLength() <= LONGEST_MIN_LENGTH,
                        "minLength",
                        "must be 1 to " + LONGEST_MIN_LENGTH);
            case Policy.Notification _ -> {
                // Whatever it says can be done.
            }
            case Policy.SessionLifetime lifetime -> {
                checkLifetime(lifetime.idle(), "idle");
                checkLifetime(lifetime.absolute(), "absolute");
            }
        }
    }

    private static void checkLifetime(Duration lifetime, String field) {
        require(
                lifetime.isZero() || (lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0),
                field,
                "must be 0s, for never, or between 60s and 3650 days");
    }

    private static void checkUri(String text) {
        try {
            URI uri = new URI(text);
            boolean leadsSomewhere =
                    "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            require(text.isEmpty() || (leadsSomewhere && uri.getHost() != null), "defaultRedirectUri", "must be a URL");
        } catch (URISyntaxException e) {
            throw invalid("defaultRedirectUri", "must be a URL");
        }
    }

    private static void require(boolean holds, String field, String problem) {
        if (!holds) {
            throw invalid(field, problem);
        }
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_POLICY", field, field + " " + problem + ".");
    }
}
