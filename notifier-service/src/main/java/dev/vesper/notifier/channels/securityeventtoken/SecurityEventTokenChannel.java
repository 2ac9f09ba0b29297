package dev.vesper.notifier.channels.securityeventtoken;

import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.notifier.deliveries.Channel;
import dev.vesper.notifier.deliveries.Delivery;
import dev.vesper.notifier.deliveries.Outcome;
import dev.vesper.notifier.deliveries.Receipts;
import dev.vesper.notifier.egress.GuardedHttp;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sends a logout token to an app's registered URI (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
public final class SecurityEventTokenChannel implements Channel {
    public static final String KIND = "security-event-token";
    public static final String NOTIFICATION_TYPE = "security_event_token";

    private final Apps apps;
    private final LogoutTokens tokens;
    private final Contents contents;
    private final GuardedHttp http;
    private final Traces traces;

    public SecurityEventTokenChannel(
            Apps apps, LogoutTokens tokens, Contents contents, GuardedHttp http, Traces traces) {
        this.apps = apps;
        this.tokens = tokens;
        this.contents = contents;
        this.http = http;
        this.traces = traces;
    }

    /** The URI of the time of the request; empty where the request has none. */
    public static String uri(Request request) {
        Args args = request.args();
        return args == null ? "" : Objects.requireNonNullElse(args.backChannelLogoutUri(), "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Receipts receipts() {
        return new LogoutReceipts();
    }

    @Override
    public Outcome send(Delivery delivery) {
        Logout logout = Logout.of(delivery);
        App app = apps.find(delivery.instanceId(), logout);
        if (app.uri().isEmpty()) {
            return new Outcome.Permanent("unregistered", "the app has no back-channel logout URI any more", 0);
        }
        return contents.of(delivery, logout, app.settings())
                .map(content ->
                        send(delivery, app, tokens.mint(delivery.instanceId(), logout, app.algorithm(), content)))
                .orElseGet(() -> new Outcome.Permanent(
                        "unwanted", "the app does not want to be told of ends for this reason", 0));
    }

    private Outcome send(Delivery delivery, App app, String token) {
        return traces.around(delivery.traceparent(), app.uri(), traceparent -> post(app.uri(), token, traceparent));
    }

    private Outcome post(String uri, String token, Map<String, String> traceHeaders) {
        Map<String, String> headers = new HashMap<>(traceHeaders);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "vesper");
        return callable(uri)
                .map(to -> AnswerClasses.outcome(
                        http.post(to, "logout_token=" + URLEncoder.encode(token, StandardCharsets.US_ASCII), headers)))
                .orElseGet(() -> new Outcome.Permanent("bad_uri", "the app's back-channel logout URI is none", 0));
    }

    private static Optional<URI> callable(String uri) {
        try {
            URI parsed = new URI(uri);
            boolean http = "https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme());
            return http && parsed.getHost() != null ? Optional.of(parsed) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
