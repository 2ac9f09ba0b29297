package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an instance or, for itself, an organisation rules. What the organisation does not rule, its instance does; what that
 * does not, these defaults do.
 */
public sealed interface Policy {
    Kind kind();

    /** Each has its own events, {@code <owner>.policy.<name>.added}, and so on. */
    enum Kind {
        LOGIN,
        LOCKOUT,
        PASSWORD_COMPLEXITY,
        NOTIFICATION,
        SESSION_LIFETIME
    }

    /** What holds where nobody has ruled otherwise. */
    static Policy byDefault(Kind kind) {
        return switch (kind) {
            case LOGIN -> new Login(true, false, null);
            case LOCKOUT -> new Lockout(10);
            case PASSWORD_COMPLEXITY -> new PasswordComplexity(8, false, false, false, false);
            case NOTIFICATION -> new Notification(true);
            case SESSION_LIFETIME -> new SessionLifetime(Duration.ZERO, Duration.ZERO);
        };
    }

    /**
     * How people sign in.
     *
     * @param allowUsernamePassword whether by password at all
     * @param hidePasswordReset whether the login pages offer no way to a new password
     * @param defaultRedirectUri where a sign-in leads that no app asked for; null for nowhere
     */
    record Login(
            boolean allowUsernamePassword,
            boolean hidePasswordReset,
            @JsonProperty("defaultRedirectURI") @Nullable String defaultRedirectUri)
            implements Policy {
        @Override
        public Kind kind() {
            return Kind.LOGIN;
        }
    }

    /** @param maxPasswordAttempts failures after which a user is locked; 0 for never */
    record Lockout(int maxPasswordAttempts) implements Policy {
        @Override
        public Kind kind() {
            return Kind.LOCKOUT;
        }
    }

    /** What a new password must be; passwords that there are stay good. */
    record PasswordComplexity(
            int minLength, boolean hasUppercase, boolean hasLowercase, boolean hasNumber, boolean hasSymbol)
            implements Policy {
        @Override
        public Kind kind() {
            return Kind.PASSWORD_COMPLEXITY;
        }
    }

    /** @param passwordChange whether a person is told that their password was changed */
    record Notification(boolean passwordChange) implements Policy {
        @Override
        public Kind kind() {
            return Kind.NOTIFICATION;
        }
    }

    /**
     * When a session ends by itself.
     *
     * @param idle after its last use; zero for never
     * @param absolute after its beginning; zero for never
     */
    record SessionLifetime(Duration idle, Duration absolute) implements Policy {
        @Override
        public Kind kind() {
            return Kind.SESSION_LIFETIME;
        }
    }
}
