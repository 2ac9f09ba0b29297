package dev.vesper.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request to a back-channel endpoint, as it came.
 *
 * @param atNanos when all of it had been read, by {@link System#nanoTime()}
 */
record Told(
        long atNanos,
        String method,
        String contentType,
        Optional<String> traceparent,
        Map<String, List<String>> fields) {
    /** The only field, or an error that says what came instead. */
    String logoutToken() {
        if (!fields.keySet().equals(Set.of("logout_token"))
                || fields.getOrDefault("logout_token", List.of()).size() != 1) {
            throw new AssertionError("not one logout_token: " + fields.keySet());
        }
        return fields.getOrDefault("logout_token", List.of()).getFirst();
    }
}
