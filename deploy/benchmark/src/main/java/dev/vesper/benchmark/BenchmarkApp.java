package dev.vesper.benchmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A relying party as it is registered.
 *
 * @param home where its redirect and logout URIs lie
 */
record BenchmarkApp(String clientId, String clientSecret, URI home) {
    String redirectUri() {
        return home + "/callback";
    }

    String postLogoutRedirectUri() {
        return home + "/signed-out";
    }

    /** RFC 6749, section 2.3.1. */
    String basicAuthentication() {
        var pair = clientId + ":" + clientSecret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
