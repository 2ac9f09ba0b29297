package dev.vesper.local.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a token decoded: each claim with its value and what it is for. */
record TokenPanel(String title, String note) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Set<String> TIMES = Set.of("iat", "exp", "auth_time");
    private static final Set<String> KEY_CLAIMS = Set.of("sid", "events");

    private static final Map<String, String> MEANINGS = meanings();

    /** As one reads them; what is not here comes last. */
    private static final List<String> ORDER = List.copyOf(MEANINGS.keySet());

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
                                .sorted(Comparator.comparing(entry -> rank(entry.getKey())))
                                .map(entry -> claim(entry.getKey(), entry.getValue()))
                                .collect(Collectors.joining()));
    }

    private static int rank(String name) {
        int index = ORDER.indexOf(name);
        return index < 0 ? ORDER.size() : index;
    }

    private static String claim(String name, Object value) {
        var meaning = MEANINGS.getOrDefault(name, "") + clockTime(name, value);
        return "<div%s><dt>%s</dt><dd>%s%s</dd></div>"
                .formatted(
                        KEY_CLAIMS.contains(name) ? " class=\"key\"" : "",
                        Template.escape(name),
                        Template.escape(json(value)),
                        meaning.isEmpty() ? "" : "<small>" + Template.escape(meaning) + "</small>");
    }

    /** Seconds since 1970 say little to people. */
    private static String clockTime(String name, Object value) {
        return TIMES.contains(name) && value instanceof Number seconds
                ? ": " + time(Instant.ofEpochSecond(seconds.longValue()))
                : "";
    }

    private static String json(Object value) {
        return value instanceof Map<?, ?> || value instanceof Iterable<?>
                ? JSONObjectUtils.toJSONString(Map.of("value", value)).replaceFirst("^\\{\"value\":(.*)}$", "$1")
                : String.valueOf(value);
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("typ", "what kind of token it is");
        meanings.put("alg", "how it is signed");
        meanings.put("kid", "which of Vesper's keys signed it");
        meanings.put("iss", "who says so");
        meanings.put("sub", "whom it is about");
        meanings.put("aud", "whom it is for");
        meanings.put("azp", "which client asked for it");
        meanings.put("client_id", "which client it was given to");
        meanings.put("sid", "the session; a logout token names it");
        meanings.put("events", "what happened: the end of the session");
        meanings.put("auth_time", "when you last proved who you are");
        meanings.put("amr", "how you proved who you are");
        meanings.put("scope", "what it allows");
        meanings.put("nonce", "what the app sent along, so that it cannot be replayed");
        meanings.put("at_hash", "ties it to the access token");
        meanings.put("iat", "when it was made");
        meanings.put("exp", "when it ends");
        meanings.put("jti", "its own name: a repeat is refused");
        return meanings;
    }
}
