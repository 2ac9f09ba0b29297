package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.Event;
import dev.vesper.events.WebhookEvent;
import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class WebhookKind implements ProviderKind<WebhookConfig> {
    private static final int MOST_TYPES = 100;
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z0-9_.]{1,200}");

    private static final AggregateKind<Providers<WebhookConfig>, WebhookEvent> KIND =
            AggregateKind.of("instance", WebhookEvent.class, new Providers<>(Map.of()), WebhookKind::evolve);

    @Override
    public AggregateKind<Providers<WebhookConfig>, WebhookEvent> aggregate() {
        return KIND;
    }

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public boolean isOneActive() {
        return false;
    }

    @Override
    public WebhookConfig checked(WebhookConfig config) {
        List<String> types = config.eventTypes();
        if (types.size() > MOST_TYPES) {
            throw ProviderRules.invalid("eventTypes", "must hold at most " + MOST_TYPES + " beginnings");
        }
        for (String type : types) {
            if (!EVENT_TYPE.matcher(type).matches()) {
                throw ProviderRules.invalid("eventTypes", "must hold beginnings of names of events such as user.human");
            }
        }
        return new WebhookConfig(
                ProviderRules.required(config.name(), "name"),
                ProviderRules.url(config.endpoint(), "endpoint"),
                types.stream().distinct().toList());
    }

    private static Providers<WebhookConfig> evolve(Providers<WebhookConfig> state, WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.Added e -> state.with(e.webhookId(), new Provider<>(e.config(), e.secret(), false));
            case WebhookEvent.Changed e ->
                state.change(e.webhookId(), provider -> provider.with(e.config(), e.secret()));
            case WebhookEvent.Activated e -> state.change(e.webhookId(), provider -> provider.withActive(true));
            case WebhookEvent.Deactivated e -> state.change(e.webhookId(), provider -> provider.withActive(false));
            case WebhookEvent.Removed e -> state.without(e.webhookId());
        };
    }

    @Override
    public String destination(WebhookConfig config) {
        return config.endpoint();
    }

    @Override
    public Event added(String id, WebhookConfig config, @Nullable EncryptedValue secret) {
        return new WebhookEvent.Added(id, config, secret);
    }

    @Override
    public Event changed(String id, WebhookConfig config, @Nullable EncryptedValue secret) {
        return new WebhookEvent.Changed(id, config, secret);
    }

    @Override
    public Event activated(String id) {
        return new WebhookEvent.Activated(id);
    }

    @Override
    public Event deactivated(String id) {
        return new WebhookEvent.Deactivated(id);
    }

    @Override
    public Event removed(String id) {
        return new WebhookEvent.Removed(id);
    }
}
