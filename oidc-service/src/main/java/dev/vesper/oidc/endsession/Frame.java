package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Urls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An app that is told by a frame in the page (OpenID Connect Front-Channel Logout 1.0, section 2).
 *
 * @param origin scheme, host and port: what the page's policy allows
 */
public record Frame(String clientId, String url, String origin) {

    /**
     * The registered URI keeps its query. {@code iss} and {@code sid} go with it always: an app that did not ask for them need not
     * look, and one that shares its cookie between people ends the right session.
     *
     * @return empty for a URI that is no http address of a host, whatever let it be registered
     */
    static Optional<Frame> of(String clientId, String registered, String issuer, String sessionId) {
        Map<String, String> session = new LinkedHashMap<>();
        session.put("iss", issuer);
        session.put("sid", sessionId);
        return originOf(registered)
                .map(origin -> new Frame(clientId, Urls.withParameters(registered, session), origin));
    }

    private static Optional<String> originOf(String uri) {
        try {
            URI parsed = new URI(uri);
            String scheme = parsed.getScheme() == null ? "" : parsed.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web
                    || parsed.getHost() == null
                    || parsed.getRawUserInfo() != null
                    || parsed.getRawFragment() != null) {
                return Optional.empty();
            }
            String port = parsed.getPort() < 0 ? "" : ":" + parsed.getPort();
            return Optional.of(scheme + "://" + parsed.getHost().toLowerCase(Locale.ROOT) + port);
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }
}
