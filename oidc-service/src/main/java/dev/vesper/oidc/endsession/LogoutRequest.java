package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A checked logout request. Empty text stands for what was not given.
 *
 * @param hintedSession the session that the hint names
 * @param redirectUri one that the client has registered
 */
record LogoutRequest(String hintedSession, String clientId, String redirectUri, String state) {

    /** For the way over the confirmation page; it travels sealed. */
    String encode() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("sid", hintedSession);
        members.put("client_id", clientId);
        members.put("uri", redirectUri);
        members.put("state", state);
        return Urls.withParameters("", members).substring(1);
    }

    static LogoutRequest decode(String encoded) {
        Parameters members = Parameters.parse(encoded);
        return new LogoutRequest(
                members.text("sid"), members.text("client_id"), members.text("uri"), members.text("state"));
    }

    /** With the state as it was sent; no state sent, no state returned (RP-Initiated Logout 1.0, section 3). */
    String location() {
        return Urls.withParameters(redirectUri, state.isEmpty() ? Map.of() : Map.of("state", state));
    }

    /** What the event says of who ended the session. */
    String reason() {
        return clientId.isEmpty() ? "user" : "rp";
    }
}
