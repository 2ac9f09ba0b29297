package dev.vesper.local.demo;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What one relying party is told at its start. */
record AppSettings(DemoClient client, URI issuer, String peerName, String peerOrigin) {
    static AppSettings of(Map<String, String> environment) {
        return new AppSettings(
                new DemoClient(
                        required(environment, "DEMO_NAME"),
                        required(environment, "DEMO_ORIGIN"),
                        "",
                        required(environment, "DEMO_CLIENT_ID"),
                        required(environment, "DEMO_CLIENT_SECRET")),
                URI.create(required(environment, "DEMO_ISSUER")),
                required(environment, "DEMO_PEER_NAME"),
                required(environment, "DEMO_PEER_ORIGIN"));
    }

    static Map<String, String> environment(String issuer, DemoClient client, DemoClient peer) {
        return Map.of(
                "DEMO_NAME", client.name(),
                "DEMO_ORIGIN", client.origin(),
                "DEMO_CLIENT_ID", client.clientId(),
                "DEMO_CLIENT_SECRET", client.clientSecret(),
                "DEMO_ISSUER", issuer,
                "DEMO_PEER_NAME", peer.name(),
                "DEMO_PEER_ORIGIN", peer.origin());
    }

    String name() {
        return client.name();
    }

    /** Names the app in style sheets and cookies: all apps on localhost share one cookie jar, whatever their port. */
    String key() {
        return client.name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return URI.create(client.origin()).getPort();
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
