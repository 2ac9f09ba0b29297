package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Providers that take text messages away. Aggregate {@code instance}. */
public sealed interface SmsConfigEvent extends Event {

    /** @param secret null for none */
    record Added(
            @JsonProperty("configID") String configId,
            SmsConfig config,
            @Secret @Nullable EncryptedValue secret) implements SmsConfigEvent {}

    /**
     * Carries all of the configuration.
     *
     * @param secret null where it stays as it is
     */
    record Changed(
            @JsonProperty("configID") String configId,
            SmsConfig config,
            @Secret @Nullable EncryptedValue secret) implements SmsConfigEvent {}

    record Activated(@JsonProperty("configID") String configId) implements SmsConfigEvent {}

    record Deactivated(@JsonProperty("configID") String configId) implements SmsConfigEvent {}

    record Removed(@JsonProperty("configID") String configId) implements SmsConfigEvent {}

    /**
     * Twilio, or a web page that takes messages.
     *
     * @param sid Twilio's account; null for a web page
     * @param verifyServiceSid Twilio makes and checks the codes; null: we do
     * @param endpoint URL of the web page; null for Twilio
     */
    record SmsConfig(
            String description,
            @Nullable String sid,
            @Nullable String senderNumber,
            @Nullable String verifyServiceSid,
            @Nullable String endpoint) {}
}
