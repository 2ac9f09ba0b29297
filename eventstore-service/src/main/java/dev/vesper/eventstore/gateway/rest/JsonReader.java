package dev.vesper.eventstore.gateway.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import java.io.IOException;

/** Reads a body as one JSON object, strictly: no key twice, nothing behind it, not too deep. */
final class JsonReader {
    private final ObjectMapper mapper;

    JsonReader(int maxDepth) {
        var limits = StreamReadConstraints.builder().maxNestingDepth(maxDepth).build();
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** An empty body is an empty object: a method without arguments needs none. */
    JsonNode read(byte[] body) {
        if (body.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidRequest("", "The body is not JSON: " + e.getOriginalMessage() + place(e));
        } catch (IOException e) {
            throw new InvalidRequest("", "The body is not UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
