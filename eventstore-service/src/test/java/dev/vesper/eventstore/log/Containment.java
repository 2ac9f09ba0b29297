package dev.vesper.eventstore.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What {@code jsonb @>} says of two objects. */
final class Containment {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Containment() {}

    static boolean holds(String payload, String wanted) {
        try {
            return !payload.isEmpty() && contains(JSON.readTree(payload), JSON.readTree(wanted));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean contains(JsonNode found, JsonNode wanted) {
        if (wanted.isObject()) {
            return found.isObject()
                    && wanted.properties().stream()
                            .allMatch(entry ->
                                    found.has(entry.getKey()) && contains(found.get(entry.getKey()), entry.getValue()));
        }
        if (wanted.isArray()) {
            return found.isArray()
                    && wanted.valueStream()
                            .allMatch(element -> found.valueStream().anyMatch(each -> contains(each, element)));
        }
        return found.equals(wanted);
    }
}
