package dev.vesper.local.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a token decoded: each claim with its value and what it is for. */
record TokenPanel(String title, String note) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Set<String> TIMES = Set.of("iat", "exp", "nbf", "auth_time");
    private static final Set<String> KEY_CLAIMS = Set.of("sid", "events");

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("alg", "how it is signed"),
            Map.entry("kid", "which of Vesper's keys signed it"),
            Map.entry("typ", "what kind of token it is"),
            Map.entry("iss", "who says so"),
            Map.entry("sub", "whom it is about"),
            Map.entry("aud", "whom it is for"),
            Map.entry("azp", "which client asked for it"),
            Map.entry("client_id", "which client it was given to"),
            Map.entry("jti", "its own name: a repeat is refused"),
            Map.entry("sid", "the session; a logout token names it"),
            Map.entry("nonce", "what the app sent along, so that it cannot be replayed"),
            Map.entry("at_hash", "ties it to the access token"),
            Map.entry("amr", "how you proved who you are"),
            Map.entry("scope", "what it allows"),
            Map.entry("events", "what happened: the end of the session"));

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    String render(String token) {
        return """
                    <div class="panel">
                      <h3>%s</h3>
                      <p>%s</p>
                %s      <details><summary>As it was sent</summary><code>%s</code></details>
                    </div>
                """.formatted(Template.escape(title), Template.escape(note), decoded(token), Template.escape(token));
    }

    private static String decoded(String token) {
        try {
            return JWTParser.parse(token) instanceof SignedJWT jwt
                    ? "<div class=\"token\">%s%s</div>\n"
                            .formatted(
                                    part("Header", jwt.getHeader().toJSONObject()),
                                    part("Claims", jwt.getJWTClaimsSet().toJSONObject()))
                    : "";
        } catch (ParseException e) {
            return "<p>It is opaque: only Vesper can read it.</p>\n";
        }
    }

    private static String part(String name, Map<String, Object> members) {
        return "<h4>%s</h4><dl>%s</dl>"
                .formatted(
                        name,
                        members.entrySet().stream()
                                .map(entry -> claim(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining()));
    }

    private static String claim(String name, Object value) {
        var meaning = TIMES.contains(name) && value instanceof Number seconds
                ? time(Instant.ofEpochSecond(seconds.longValue()))
                : MEANINGS.getOrDefault(name, "");
        return "<div%s><dt>%s</dt><dd>%s%s</dd></div>"
                .formatted(
                        KEY_CLAIMS.contains(name) ? " class=\"key\"" : "",
                        Template.escape(name),
                        Template.escape(json(value)),
                        meaning.isEmpty() ? "" : "<small>" + Template.escape(meaning) + "</small>");
    }

    private static String json(Object value) {
        return value instanceof Map<?, ?> || value instanceof Iterable<?>
                ? JSONObjectUtils.toJSONString(Map.of("value", value)).replaceFirst("^\\{\"value\":(.*)}$", "$1")
                : String.valueOf(value);
    }
}
