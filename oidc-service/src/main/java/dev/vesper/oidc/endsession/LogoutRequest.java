package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import dev.vesper.oidc.tokens.IdTokenHint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked logout request. Empty text stands for what was not given.
 *
 * @param hintedUser of whom the ID token is that was given as a hint
 * @param hintedSession the session that it names
 * @param redirectUri one that the client has registered
 * @param logoutHint who is to be signed out, in the client's words
 * @param scope as the request wishes; empty where it leaves that to us
 */
record LogoutRequest(
        String hintedUser,
        String hintedSession,
        String clientId,
        String redirectUri,
        String state,
        String logoutHint,
        List<String> uiLocales,
        Optional<LogoutScope> scope) {

    /** @param redirectUri one that the client has registered */
    static LogoutRequest of(Parameters parameters, Optional<IdTokenHint> hint, String clientId, String redirectUri) {
        return new LogoutRequest(
                hint.map(IdTokenHint::userId).orElse(""),
                hint.map(IdTokenHint::sessionId).orElse(""),
                clientId,
                redirectUri,
                parameters.text("state"),
                parameters.text("logout_hint"),
                parameters.words("ui_locales"),
                LogoutScope.find(parameters.text(LogoutScope.PARAMETER)));
    }

    /** For the way over the confirmation page; it travels sealed. */
    String encode() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("sub", hintedUser);
        members.put("sid", hintedSession);
        members.put("client_id", clientId);
        members.put("uri", redirectUri);
        members.put("state", state);
        members.put("hint", logoutHint);
        members.put("locales", String.join(" ", uiLocales));
        members.put("scope", scope.map(LogoutScope::wireName).orElse(""));
        return Urls.withParameters("", members).substring(1);
    }

    static LogoutRequest decode(String encoded) {
        Parameters members = Parameters.parse(encoded);
        return new LogoutRequest(
                members.text("sub"),
                members.text("sid"),
                members.text("client_id"),
                members.text("uri"),
                members.text("state"),
                members.text("hint"),
                members.words("locales"),
                LogoutScope.find(members.text("scope")));
    }

    /** With the state as it was sent; no state sent, no state returned (RP-Initiated Logout 1.0, section 3). */
    String location() {
        return Urls.withParameters(redirectUri, state.isEmpty() ? Map.of() : Map.of("state", state));
    }

    /** What the event says of who ended the session. */
    String reason() {
        return clientId.isEmpty() ? "user" : "rp";
    }

    boolean hasHint() {
        return !hintedSession.isEmpty();
    }
}
