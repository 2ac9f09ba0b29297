package dev.vesper.eventstore.write.user;

import org.jspecify.annotations.Nullable;

/**
 * A person to create. Empty texts count as absent.
 *
 * @param displayName default: given and family name
 * @param preferredLanguage BCP 47
 * @param phone E.164
 * @param password plain; null for a person who cannot sign in by password yet
 */
public record CreateHuman(
        String userName,
        String givenName,
        String familyName,
        @Nullable String displayName,
        @Nullable String preferredLanguage,
        String email,
        boolean emailVerified,
        @Nullable String phone,
        @Nullable String password,
        boolean passwordChangeRequired) {

    /** Without the password. */
    @Override
    public String toString() {
        return "CreateHuman[userName=" + userName + "]";
    }
}
