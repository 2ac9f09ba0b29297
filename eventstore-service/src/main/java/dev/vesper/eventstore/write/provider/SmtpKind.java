package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.Event;
import dev.vesper.events.SmtpConfigEvent;
import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.user.HumanRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class SmtpKind implements ProviderKind<SmtpConfig> {
    /** Of a web page, which needs no such thing. */
    private static final String NONE = "";

    private static final AggregateKind<Providers<SmtpConfig>, SmtpConfigEvent> KIND =
            AggregateKind.of("instance", SmtpConfigEvent.class, new Providers<>(Map.of()), SmtpKind::evolve);

    @Override
    public AggregateKind<Providers<SmtpConfig>, SmtpConfigEvent> aggregate() {
        return KIND;
    }

    @Override
    public String name() {
        return "SMTP";
    }

    @Override
    public boolean isOneActive() {
        return true;
    }

    @Override
    public SmtpConfig checked(SmtpConfig config) {
        String description = ProviderRules.required(config.description(), "description");
        if (config.endpoint() != null) {
            String endpoint = ProviderRules.url(config.endpoint(), "http.endpoint");
            return new SmtpConfig(description, null, NONE, NONE, null, null, null, null, endpoint);
        }
        return new SmtpConfig(
                description,
                ProviderRules.hostAndPort(config.host(), "server.host"),
                config.security(),
                config.authMethod(),
                ProviderRules.optional(config.user(), "server.user"),
                HumanRules.email(config.senderAddress(), "server.senderAddress"),
                ProviderRules.optional(config.senderName(), "server.senderName"),
                replyTo(config.replyToAddress()),
                null);
    }

    private static @Nullable String replyTo(@Nullable String address) {
        String text = ProviderRules.optional(address, "server.replyToAddress");
        return text == null ? null : HumanRules.email(text, "server.replyToAddress");
    }

    private static Providers<SmtpConfig> evolve(Providers<SmtpConfig> state, SmtpConfigEvent event) {
        return switch (event) {
            case SmtpConfigEvent.Added e -> state.with(e.configId(), new Provider<>(e.config(), e.secret(), false));
            case SmtpConfigEvent.Changed e ->
                state.change(e.configId(), provider -> provider.with(e.config(), e.secret()));
            case SmtpConfigEvent.Activated e -> state.change(e.configId(), provider -> provider.withActive(true));
            case SmtpConfigEvent.Deactivated e -> state.change(e.configId(), provider -> provider.withActive(false));
            case SmtpConfigEvent.Removed e -> state.without(e.configId());
        };
    }

    @Override
    public String destination(SmtpConfig config) {
        return String.valueOf(config.endpoint() == null ? config.host() : config.endpoint());
    }

    @Override
    public Event added(String id, SmtpConfig config, @Nullable EncryptedValue secret) {
        return new SmtpConfigEvent.Added(id, config, secret);
    }

    @Override
    public Event changed(String id, SmtpConfig config, @Nullable EncryptedValue secret) {
        return new SmtpConfigEvent.Changed(id, config, secret);
    }

    @Override
    public Event activated(String id) {
        return new SmtpConfigEvent.Activated(id);
    }

    @Override
    public Event deactivated(String id) {
        return new SmtpConfigEvent.Deactivated(id);
    }

    @Override
    public Event removed(String id) {
        return new SmtpConfigEvent.Removed(id);
    }
}
