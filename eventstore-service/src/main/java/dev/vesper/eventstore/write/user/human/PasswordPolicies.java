package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loader;
import java.util.function.IntPredicate;

/** What new passwords must be like. */
public interface PasswordPolicies {
    /** Of the organisation, else of its instance, else the default. */
    Policy of(Loader loader, String instanceId, String orgId);

    /**
     * @param minLength characters
     * @param endsSessions whether the user's sessions end when their password changes
     */
    record Policy(
            int minLength,
            boolean hasLowercase,
            boolean hasUppercase,
            boolean hasNumber,
            boolean hasSymbol,
            boolean endsSessions) {
        /** Long is good; what it is made of is left to the policy of an instance. */
        public static final Policy DEFAULT = new Policy(8, false, false, false, false, true);

        /** @param field that holds the password */
        void check(String password, String field) {
            require(password.length() >= minLength, field, "must have at least " + minLength + " characters");
            require(!hasLowercase || holds(password, Character::isLowerCase), field, "must hold a lower-case letter");
            require(!hasUppercase || holds(password, Character::isUpperCase), field, "must hold an upper-case letter");
            require(!hasNumber || holds(password, Character::isDigit), field, "must hold a digit");
            require(!hasSymbol || holds(password, c -> !Character.isLetterOrDigit(c)), field, "must hold a symbol");
        }

        private static boolean holds(String password, IntPredicate kind) {
            return password.codePoints().anyMatch(kind);
        }

        private static void require(boolean holds, String field, String problem) {
            if (!holds) {
                throw CommandRejected.invalid("PASSWORD_TOO_WEAK", field, field + " " + problem + ".");
            }
        }
    }
}
