package dev.vesper.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
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
    private static final int LONGEST_LIST = 20;

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

    /** Whatever the service measures as a lag or as work that waits. */
    static List<String> lag(String metrics) {
        return metrics.lines()
                .filter(line -> line.matches("vesper_[a-z_]*(lag|pending|parked|waiting)[a-z_]*[ {].*"))
                .map(line -> line.replaceFirst("^vesper_", "").replace("\"", ""))
                .limit(LONGEST_LIST)
                .toList();
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
