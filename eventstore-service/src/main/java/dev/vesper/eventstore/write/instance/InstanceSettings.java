package dev.vesper.eventstore.write.instance;

import dev.vesper.events.InstanceEvent;
import dev.vesper.eventstore.write.CommandRejected;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Decides about an instance's name, language and token lifetimes. */
final class InstanceSettings {
    private static final int MAX_NAME = 200;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    private InstanceSettings() {}

    static List<InstanceEvent> rename(String asked, InstanceState state) {
        String name = asked.strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw CommandRejected.invalid("INVALID_NAME", "name", "name must have 1 to " + MAX_NAME + " characters.");
        }
        return name.equals(state.name()) ? List.of() : List.of(new InstanceEvent.Changed(name));
    }

    static List<InstanceEvent> setLanguage(String asked, InstanceState state) {
        String language = checked(asked.strip());
        return language.equals(state.defaultLanguage())
                ? List.of()
                : List.of(new InstanceEvent.DefaultLanguageSet(language));
    }

    static List<InstanceEvent> setLifetimes(TokenLifetimes now, InstanceState state) {
        check(now.accessToken(), "accessTokenLifetime");
        check(now.idToken(), "idTokenLifetime");
        check(now.refreshTokenIdle(), "refreshTokenIdleExpiration");
        check(now.refreshToken(), "refreshTokenExpiration");
        return now.equals(state.lifetimes())
                ? List.of()
                : List.of(new InstanceEvent.OidcSettingsChanged(
                        now.accessToken(), now.idToken(), now.refreshTokenIdle(), now.refreshToken()));
    }

    private static String checked(String language) {
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!language.isEmpty() && !tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            throw invalidLanguage();
        }
        throw invalidLanguage();
    }

    private static CommandRejected invalidLanguage() {
        return CommandRejected.invalid(
                "INVALID_LANGUAGE", "defaultLanguage", "defaultLanguage must be a BCP 47 language tag such as de-CH.");
    }

    private static void check(Duration lifetime, String field) {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw CommandRejected.invalid(
                    "INVALID_LIFETIME", field, field + " must be between 1 second and 3650 days.");
        }
    }
}
