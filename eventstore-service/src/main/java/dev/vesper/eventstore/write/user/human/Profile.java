package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/**
 * What a person is called. Null where it is not known; of a change, where it stays as it is.
 *
 * @param preferredLanguage BCP 47
 */
public record Profile(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String displayName,
        @Nullable String preferredLanguage) {
    static final Profile NONE = new Profile(null, null, null, null);
}
