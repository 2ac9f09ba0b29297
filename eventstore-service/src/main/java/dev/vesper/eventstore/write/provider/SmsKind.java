package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.Event;
import dev.vesper.events.SmsConfigEvent;
import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class SmsKind implements ProviderKind<SmsConfig> {
    private static final AggregateKind<Providers<SmsConfig>, SmsConfigEvent> KIND =
            AggregateKind.of("instance", SmsConfigEvent.class, new Providers<>(Map.of()), SmsKind::evolve);

    @Override
    public AggregateKind<Providers<SmsConfig>, SmsConfigEvent> aggregate() {
        return KIND;
    }

    @Override
    public String name() {
        return "SMS";
    }

    @Override
    public boolean isOneActive() {
        return true;
    }

    @Override
    public SmsConfig checked(SmsConfig config) {
        String description = ProviderRules.required(config.description(), "description");
        if (config.endpoint() != null) {
            return new SmsConfig(description, null, null, null, ProviderRules.url(config.endpoint(), "http.endpoint"));
        }
        return new SmsConfig(
                description,
                ProviderRules.required(config.sid(), "twilio.sid"),
                ProviderRules.required(config.senderNumber(), "twilio.senderNumber"),
                ProviderRules.optional(config.verifyServiceSid(), "twilio.verifyServiceSid"),
                null);
    }

    private static Providers<SmsConfig> evolve(Providers<SmsConfig> state, SmsConfigEvent event) {
        return switch (event) {
            case SmsConfigEvent.Added e -> state.with(e.configId(), new Provider<>(e.config(), e.secret(), false));
            case SmsConfigEvent.Changed e ->
                state.change(e.configId(), provider -> provider.with(e.config(), e.secret()));
            case SmsConfigEvent.Activated e -> state.change(e.configId(), provider -> provider.withActive(true));
            case SmsConfigEvent.Deactivated e -> state.change(e.configId(), provider -> provider.withActive(false));
            case SmsConfigEvent.Removed e -> state.without(e.configId());
        };
    }

    @Override
    public String destination(SmsConfig config) {
        return String.valueOf(config.endpoint() == null ? config.sid() : config.endpoint());
    }

    @Override
    public Event added(String id, SmsConfig config, @Nullable EncryptedValue secret) {
        return new SmsConfigEvent.Added(id, config, secret);
    }

    @Override
    public Event changed(String id, SmsConfig config, @Nullable EncryptedValue secret) {
        return new SmsConfigEvent.Changed(id, config, secret);
    }

    @Override
    public Event activated(String id) {
        return new SmsConfigEvent.Activated(id);
    }

    @Override
    public Event deactivated(String id) {
        return new SmsConfigEvent.Deactivated(id);
    }

    @Override
    public Event removed(String id) {
        return new SmsConfigEvent.Removed(id);
    }
}
