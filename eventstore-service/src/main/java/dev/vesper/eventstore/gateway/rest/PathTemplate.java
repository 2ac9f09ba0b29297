package dev.vesper.eventstore.gateway.rest;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of {@code google.api.http}: {@code /admin/v1/users/{user_id}:lock}, where a variable may span segments
 * ({@code {name=projects/*}}) and {@code **} stands for all that follow.
 */
public final class PathTemplate {
    private static final Pattern PART = Pattern.compile("\\{([a-z0-9_.]+)(?:=([^}]+))?}|([^{}]+)");

    /** A colon begins a verb, so a plain variable takes none; who needs one in an id writes %3A. */
    private static final String ONE_SEGMENT = "[^/:]+";

    private static final String ALL_SEGMENTS = "[^:]+";

    private final String text;
    private final List<String> variables = new ArrayList<>();
    private final Pattern pattern;

    private PathTemplate(String text) {
        this.text = text;
        this.pattern =
                Pattern.compile(PART.matcher(text).results().map(this::part).collect(joining()));
    }

    /** @throws IllegalArgumentException when {@code text} does not begin with a slash, or its braces do not match */
    static PathTemplate parse(String text) {
        var parts = PART.matcher(text)
                .results()
                .mapToInt(part -> part.group().length())
                .sum();
        if (!text.startsWith("/") || parts != text.length()) {
            throw new IllegalArgumentException("not a path template: " + text);
        }
        return new PathTemplate(text);
    }

    private String part(MatchResult part) {
        var variable = part.group(1);
        if (variable == null) {
            return segments(part.group(3));
        }
        variables.add(variable);
        var span = part.group(2);
        return "(" + (span == null ? ONE_SEGMENT : segments(span)) + ")";
    }

    private static String segments(String span) {
        return Pattern.compile("\\*\\*|\\*|[^*]+")
                .matcher(span)
                .results()
                .map(piece -> switch (piece.group()) {
                    case "*" -> ONE_SEGMENT;
                    case "**" -> ALL_SEGMENTS;
                    default -> Pattern.quote(piece.group());
                })
                .collect(joining());
    }

    /**
     * The variables' values in {@code path}, decoded, by the name of their field; empty when it does not match.
     *
     * @param path raw, as it came in the request line, without the query
     */
    Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            var value = decoded(matcher.group(i + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(variables.get(i), value.get());
        }
        return Optional.of(values);
    }

    /** A broken escape names nothing. A plus is a plus in a path. */
    private static Optional<String> decoded(String raw) {
        try {
            return Optional.of(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public List<String> variables() {
        return List.copyOf(variables);
    }

    /** What is fixed in it; the more, the nearer it describes a path. */
    int literalLength() {
        return text.replaceAll("\\{[^}]*}", "").length();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
