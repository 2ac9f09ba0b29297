package dev.vesper.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;

/** The configuration reference as Markdown: a table per service. */
final class ReferencePage {
    private static final String HEAD = """
            # Configuration

            Generated from the configuration interfaces of the services; do not edit by hand.

            Each key can be set as a system property, in an `application.properties` beside the service, or by the
            environment variable in the second column. An unknown key under `vesper.` and a value out of range stop the start,
            and all problems are named at once. Durations read `10s`, `5m`, `24h`.
            """;

    private ReferencePage() {}

    static String render(List<ConfigKey> keys) {
        return HEAD
                + keys.stream().collect(groupingBy(ConfigKey::service, TreeMap::new, joiningRows())).entrySet().stream()
                        .map(service ->
                                "\n## %s\n\n| key | environment | type | default | what |\n| --- | --- | --- | --- | --- |\n%s"
                                        .formatted(service.getKey(), service.getValue()))
                        .collect(joining());
    }

    private static Collector<ConfigKey, ?, String> joiningRows() {
        return mapping(ReferencePage::row, joining());
    }

    private static String row(ConfigKey key) {
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        key.environmentVariable(),
                        cell(key.type()),
                        key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "`",
                        cell(key.description()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
