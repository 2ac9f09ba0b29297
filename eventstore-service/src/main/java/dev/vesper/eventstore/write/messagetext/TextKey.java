package dev.vesper.eventstore.write.messagetext;

import dev.vesper.eventstore.write.CommandRejected;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * Which text.
 *
 * @param messageType as the reference system names it
 * @param language BCP 47
 */
record TextKey(String messageType, String language) {
    private static final Set<String> MESSAGE_TYPES = Set.of(
            "InitCode",
            "PasswordReset",
            "VerifyEmail",
            "VerifyPhone",
            "VerifySMSOTP",
            "VerifyEmailOTP",
            "DomainClaimed",
            "PasswordlessRegistration",
            "PasswordChange",
            "InviteUser");

    static TextKey checked(String messageType, String language) {
        if (!MESSAGE_TYPES.contains(messageType)) {
            throw CommandRejected.notFound("MESSAGE_TYPE_NOT_FOUND", "There is no such kind of message.");
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!language.isBlank() && !tag.equals("und")) {
                return new TextKey(messageType, tag);
            }
        } catch (IllformedLocaleException e) {
            throw badLanguage();
        }
        throw badLanguage();
    }

    /** The language without its region. */
    TextKey broader() {
        return new TextKey(messageType, Locale.forLanguageTag(language).getLanguage());
    }

    private static CommandRejected badLanguage() {
        return CommandRejected.invalid(
                "INVALID_LANGUAGE", "language", "language must be a BCP 47 language tag such as de-CH.");
    }
}
