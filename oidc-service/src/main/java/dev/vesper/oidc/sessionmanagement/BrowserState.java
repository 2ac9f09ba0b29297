package dev.vesper.oidc.sessionmanagement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What a browser has of its sign-ins where any script may read it: a random word that changes with them, and says nothing else
 * (OpenID Connect Session Management 1.0, section 3.2).
 *
 * @param cookie the value of a {@code Set-Cookie} header that keeps it
 * @param salt for the answers that are made of it
 */
public record BrowserState(String word, String cookie, String salt) {

    /**
     * The {@code session_state} of an authorization response (section 2).
     *
     * @return empty where the redirect URI has no origin, as those of native apps
     */
    public Optional<String> sessionState(String clientId, String redirectUri) {
        return originOf(redirectUri)
                .map(origin -> hash(clientId + " " + origin + " " + word + " " + salt) + "." + salt);
    }

    /** As browsers write it: lower case, and without the scheme's own port (HTML Standard, section 7.1.1). */
    private static Optional<String> originOf(String redirectUri) {
        try {
            URI uri = new URI(redirectUri);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port);
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
