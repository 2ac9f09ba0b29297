package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Web pages that are told of events. Aggregate {@code instance}. */
public sealed interface WebhookEvent extends Event {

    /** @param secret null for none */
    record Added(
            @JsonProperty("webhookID") String webhookId,
            WebhookConfig config,
            @Secret @Nullable EncryptedValue secret) implements WebhookEvent {}

    /**
     * Carries all of the configuration.
     *
     * @param secret null where it stays as it is
     */
    record Changed(
            @JsonProperty("webhookID") String webhookId,
            WebhookConfig config,
            @Secret @Nullable EncryptedValue secret) implements WebhookEvent {}

    record Activated(@JsonProperty("webhookID") String webhookId) implements WebhookEvent {}

    record Deactivated(@JsonProperty("webhookID") String webhookId) implements WebhookEvent {}

    record Removed(@JsonProperty("webhookID") String webhookId) implements WebhookEvent {}

    /** @param eventTypes beginnings of the names of events that it is told of; none: of all */
    record WebhookConfig(String name, String endpoint, List<String> eventTypes) {}
}
