package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Providers that take e-mails away. Aggregate {@code instance}. */
public sealed interface SmtpConfigEvent extends Event {

    /** @param secret null for none */
    record Added(
            @JsonProperty("configID") String configId,
            SmtpConfig config,
            @Secret @Nullable EncryptedValue secret) implements SmtpConfigEvent {}

    /**
     * Carries all of the configuration.
     *
     * @param secret null where it stays as it is
     */
    record Changed(
            @JsonProperty("configID") String configId,
            SmtpConfig config,
            @Secret @Nullable EncryptedValue secret) implements SmtpConfigEvent {}

    record Activated(@JsonProperty("configID") String configId) implements SmtpConfigEvent {}

    record Deactivated(@JsonProperty("configID") String configId) implements SmtpConfigEvent {}

    record Removed(@JsonProperty("configID") String configId) implements SmtpConfigEvent {}

    /**
     * A mail server, or a web page that takes mails.
     *
     * @param host with its port; null for a web page
     * @param security enum name of the admin API: none, STARTTLS, TLS
     * @param authMethod enum name of the admin API
     * @param endpoint URL of the web page; null for a mail server
     */
    record SmtpConfig(
            String description,
            @Nullable String host,
            String security,
            String authMethod,
            @Nullable String user,
            @Nullable String senderAddress,
            @Nullable String senderName,
            @Nullable String replyToAddress,
            @Nullable String endpoint) {}
}
