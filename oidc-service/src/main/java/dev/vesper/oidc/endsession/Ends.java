package dev.vesper.oidc.endsession;

import java.util.Set;

/**
 * What a sign-out is to end.
 *
 * @param usersEverywhere whose sessions on all devices end too
 */
public record Ends(Set<String> sessions, Set<String> usersEverywhere) {
    public static Ends one(String sessionId) {
        return new Ends(Set.of(sessionId), Set.of());
    }

    public static Ends everywhere(String userId) {
        return new Ends(Set.of(), Set.of(userId));
    }
}
