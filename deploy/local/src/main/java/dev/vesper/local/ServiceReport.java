package dev.vesper.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What one service says of itself on its management port.
 *
 * @param health one line
 * @param lag one line per measure of how far behind it is
 */
record ServiceReport(Service service, boolean isReady, String health, List<String> lag) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BEHIND = Pattern.compile(
            "vesper_(?<name>\\w*(lag|parked|waiting|retrying|due)\\w*)(\\{(?<labels>.*)})? (?<value>[0-9.E-]+)");

    static ServiceReport of(Service service, URI management) {
        var ready = Readiness.get(management.resolve("/q/health/ready"));
        if (ready.isEmpty()) {
            return new ServiceReport(service, false, "does not answer on port " + management.getPort(), List.of());
        }
        var isReady = ready.get().statusCode() == 200;
        var health = isReady ? "ready" : "not ready: " + downChecks(ready.get().body());
        var metrics = Readiness.get(management.resolve("/q/metrics"));
        return new ServiceReport(
                service,
                isReady,
                health,
                metrics.map(answer -> lag(answer.body())).orElse(List.of()));
    }

    /** Whatever the service measures as a lag or as work that waits, unless it is nothing; one line per measure. */
    static List<String> lag(String metrics) {
        var lines = metrics.lines()
                .map(BEHIND::matcher)
                .filter(Matcher::matches)
                .filter(line -> Double.parseDouble(line.group("value")) > 0)
                .collect(Collectors.groupingBy(
                        line -> line.group("name").replace('_', ' '),
                        TreeMap::new,
                        Collectors.mapping(ServiceReport::labelled, Collectors.joining(", "))));
        return lines.isEmpty()
                ? List.of("nothing waits")
                : lines.entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .toList();
    }

    private static String labelled(Matcher line) {
        var labels = Optional.ofNullable(line.group("labels")).orElse("").replaceAll("\\w+=\"|\"", "");
        return (labels + " " + line.group("value").replaceFirst("\\.0$", "")).strip();
    }

    static String downChecks(String body) {
        try {
            return StreamSupport.stream(JSON.readTree(body).path("checks").spliterator(), false)
                    .filter(check -> !check.path("status").asText().equals("UP"))
                    .map(ServiceReport::describe)
                    .collect(Collectors.joining("; "));
        } catch (JsonProcessingException e) {
            return body.strip();
        }
    }

    private static String describe(JsonNode check) {
        var data = check.path("data");
        return check.path("name").asText() + (data.isMissingNode() ? "" : " " + data);
    }
}
