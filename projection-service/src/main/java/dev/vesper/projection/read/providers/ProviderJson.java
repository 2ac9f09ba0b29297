package dev.vesper.projection.read.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Configurations as the table keeps them. */
final class ProviderJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ProviderJson() {}

    static String write(Record config) {
        return JSON.valueToTree(config).toString();
    }

    static <C> C read(String json, Class<C> config) {
        try {
            return JSON.readValue(json, config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of providers holds no " + config.getSimpleName(), e);
        }
    }

    static boolean hasField(String payload, String field) {
        try {
            return JSON.readTree(payload).hasNonNull(field);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the payload of a provider's event is not JSON", e);
        }
    }
}
