package dev.vesper.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The frame of each page. */
record Layout(AppSettings settings) {
    private static final Map<String, String> LETTERS = Map.of("Alpha", "α", "Beta", "β");

    String render(String title, String state, String template, Map<String, String> values) {
        var all = new HashMap<>(names());
        all.putAll(values);
        all.put("title", title);
        all.put("state", state);
        all.put("main", new Template(template).fill(all));
        return new Template("layout.html").fill(all);
    }

    /** What every template may name. */
    Map<String, String> names() {
        return Map.of(
                "name", settings.name(),
                "key", settings.key(),
                "letter", letter(settings.name()),
                "peer", settings.peerName(),
                "peerKey", settings.peerName().toLowerCase(Locale.ROOT),
                "peerOrigin", settings.peerOrigin(),
                "issuer", settings.issuer().toString(),
                "clientId", settings.client().clientId(),
                "apps", apps());
    }

    /** Alpha first, whichever this is. */
    private String apps() {
        return Stream.of(
                        List.of(settings.name(), link(settings.name(), "/", "aria-current=\"page\"")),
                        List.of(settings.peerName(), link(settings.peerName(), settings.peerOrigin(), target())))
                .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                .map(List::getLast)
                .collect(Collectors.joining());
    }

    private String target() {
        return "target=\"vesper-" + settings.peerName().toLowerCase(Locale.ROOT) + "\"";
    }

    private static String link(String name, String href, String attribute) {
        return "<a href=\"%s\" %s>%s</a>".formatted(Template.escape(href), attribute, Template.escape(name));
    }

    private static String letter(String name) {
        return LETTERS.getOrDefault(name, name.substring(0, 1));
    }
}
