package dev.vesper.eventstore.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a field may look like, by its name. */
final class Examples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "01kahq3v9m2x4r8t6w0y1z5q7n";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "Shop"),
            Map.entry("user_name", "ada"),
            Map.entry("given_name", "Ada"),
            Map.entry("family_name", "Lovelace"),
            Map.entry("display_name", "Ada Lovelace"),
            Map.entry("preferred_language", "en"),
            Map.entry("email", "ada@example.com"),
            Map.entry("phone", "+41791234567"),
            Map.entry("redirect_uris", "https://shop.example.com/callback"),
            Map.entry("post_logout_redirect_uris", "https://shop.example.com/"),
            Map.entry("back_channel_logout_uri", "https://shop.example.com/logout"),
            Map.entry("aggregate_types", "session"),
            Map.entry("event_types", "session.terminated"),
            Map.entry("roles", "ORG_OWNER"),
            Map.entry("domain", "id.example.com"),
            Map.entry("request_id", "3f0c2f9e-0f5b-4c1e-9a38-6d1f5b7d2a10"),
            Map.entry("etag", "7"));

    private Examples() {}

    static Optional<JsonNode> of(FieldDescriptor field) {
        if (field.getType() != FieldDescriptor.Type.STRING) {
            return Optional.empty();
        }
        return text(field.getName())
                .map(text -> field.isRepeated() ? JSON.arrayNode().add(text) : JSON.textNode(text));
    }

    private static Optional<String> text(String name) {
        return List.of("_id", "_ids").stream().anyMatch(name::endsWith) && !TEXTS.containsKey(name)
                ? Optional.of(ID)
                : Optional.ofNullable(TEXTS.get(name));
    }
}
