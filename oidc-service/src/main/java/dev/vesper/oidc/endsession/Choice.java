package dev.vesper.oidc.endsession;

import dev.vesper.proto.admin.v1.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person chose, or is proposed, on the confirmation page.
 *
 * @param who the session of one person in this browser, or {@link #EVERYONE}
 * @param onAllDevices whether it is about their other browsers too
 */
record Choice(String who, boolean onAllDevices) {
    static final String EVERYONE = "all";

    /** @param meant the session that is meant, where somebody's is */
    static Choice of(LogoutScope scope, Optional<Session> meant) {
        boolean everyone = scope == LogoutScope.BROWSER || meant.isEmpty();
        return new Choice(everyone ? EVERYONE : meant.get().getSessionId(), scope == LogoutScope.EVERYWHERE);
    }

    /** @return empty when it names a session that is not in this browser */
    Optional<Ends> in(List<Session> active, LogoutRequest request) {
        List<Session> chosen = active.stream()
                .filter(session -> who.equals(EVERYONE) || who.equals(session.getSessionId()))
                .toList();
        if (chosen.isEmpty() && !who.equals(EVERYONE)) {
            return Optional.empty();
        }
        return Optional.of(new Ends(sessions(chosen, request), onAllDevices ? users(chosen, request) : Set.of()));
    }

    private static Set<String> sessions(List<Session> chosen, LogoutRequest request) {
        Set<String> ids = new LinkedHashSet<>();
        if (request.hasHint()) {
            ids.add(request.hintedSession());
        }
        chosen.forEach(session -> ids.add(session.getSessionId()));
        return ids;
    }

    private static Set<String> users(List<Session> chosen, LogoutRequest request) {
        Set<String> ids = new LinkedHashSet<>();
        chosen.forEach(session -> ids.add(session.getUserId()));
        if (ids.isEmpty() && request.hasHint()) {
            ids.add(request.hintedUser());
        }
        return ids;
    }
}
