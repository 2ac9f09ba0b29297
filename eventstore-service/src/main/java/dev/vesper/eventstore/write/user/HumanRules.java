package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.write.CommandRejected;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person's data must look like. Field names are those of the admin API. */
public final class HumanRules {
    private static final int MAX_LENGTH = 200;

    // One @, something on both sides, no blanks or controls: whether mail arrives is for verification to show.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");
    private static final Pattern USER_NAME = Pattern.compile("[^\\s\\p{Cntrl}]+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    private HumanRules() {}

    /** The same person without surrounding blanks, empty texts as null, and the display name filled in. */
    static CreateHuman checked(CreateHuman human) {
        String given = required(human.givenName(), "profile.givenName");
        String family = required(human.familyName(), "profile.familyName");
        String display = optional(human.displayName(), "profile.displayName");
        return new CreateHuman(
                userName(human.userName()),
                given,
                family,
                display == null ? given + " " + family : display,
                language(optional(human.preferredLanguage(), "profile.preferredLanguage")),
                email(human.email(), "email.email"),
                human.emailVerified(),
                optional(human.phone(), "phone.phone") == null ? null : phone(human.phone(), "phone.phone"),
                password(human.password(), "password.password"),
                human.passwordChangeRequired());
    }

    public static String required(@Nullable String text, String field) {
        String value = optional(text, field);
        if (value == null) {
            throw invalid(field, "is required");
        }
        return value;
    }

    public static @Nullable String optional(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String value = text.strip();
        if (value.length() > MAX_LENGTH) {
            throw invalid(field, "must have at most " + MAX_LENGTH + " characters");
        }
        return value;
    }

    private static String matching(String value, Pattern pattern, String field, String problem) {
        if (!pattern.matcher(value).matches()) {
            throw invalid(field, problem);
        }
        return value;
    }

    public static String userName(@Nullable String name) {
        return matching(required(name, "userName"), USER_NAME, "userName", "must not hold blanks");
    }

    public static String email(@Nullable String email, String field) {
        return matching(required(email, field), EMAIL, field, "must be an e-mail address");
    }

    public static String phone(@Nullable String phone, String field) {
        return matching(required(phone, field), E164, field, "must be an E.164 number such as +41791234567");
    }

    public static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw invalid("profile.preferredLanguage", "must be a BCP 47 language tag such as de-CH");
        }
    }

    /** Its length alone; what it must be made of is a policy's matter. */
    public static @Nullable String password(@Nullable String password, String field) {
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (password.length() > MAX_LENGTH) {
            throw invalid(field, "must have at most " + MAX_LENGTH + " characters");
        }
        return password;
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_USER", field, field + " " + problem + ".");
    }
}
