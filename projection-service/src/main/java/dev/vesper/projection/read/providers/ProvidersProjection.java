package dev.vesper.projection.read.providers;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SmsConfigEvent;
import dev.vesper.events.SmtpConfigEvent;
import dev.vesper.events.WebhookEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** All kinds in one table. Whether there is a secret is known from its mark, for the secret itself stays in the log. */
@Singleton
final class ProvidersProjection implements Projection {
    static final String SMTP = "smtp";
    static final String SMS = "sms";
    static final String WEBHOOK = "webhook";

    private static final Sql ADD = Sql.of(ProvidersProjection.class, "add_provider");
    private static final Sql CHANGE = Sql.of(ProvidersProjection.class, "change_provider");
    private static final Sql SET_ACTIVE = Sql.of(ProvidersProjection.class, "set_active");
    private static final Sql REMOVE = Sql.of(ProvidersProjection.class, "remove_provider");

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("instance");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case SmtpConfigEvent smtp -> smtp(at, smtp);
            case SmsConfigEvent sms -> sms(at, sms);
            case WebhookEvent webhook -> webhook(at, webhook);
            default -> Change.NONE;
        };
    }

    private static Change smtp(RecordedEvent at, SmtpConfigEvent event) {
        return switch (event) {
            case SmtpConfigEvent.Added e -> add(at, SMTP, e.configId(), e.config());
            case SmtpConfigEvent.Changed e -> change(at, SMTP, e.configId(), e.config());
            case SmtpConfigEvent.Activated e -> active(at, SMTP, e.configId(), true);
            case SmtpConfigEvent.Deactivated e -> active(at, SMTP, e.configId(), false);
            case SmtpConfigEvent.Removed e -> REMOVE.with(at.instanceId(), SMTP, e.configId());
        };
    }

    private static Change sms(RecordedEvent at, SmsConfigEvent event) {
        return switch (event) {
            case SmsConfigEvent.Added e -> add(at, SMS, e.configId(), e.config());
            case SmsConfigEvent.Changed e -> change(at, SMS, e.configId(), e.config());
            case SmsConfigEvent.Activated e -> active(at, SMS, e.configId(), true);
            case SmsConfigEvent.Deactivated e -> active(at, SMS, e.configId(), false);
            case SmsConfigEvent.Removed e -> REMOVE.with(at.instanceId(), SMS, e.configId());
        };
    }

    private static Change webhook(RecordedEvent at, WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.Added e -> add(at, WEBHOOK, e.webhookId(), e.config());
            case WebhookEvent.Changed e -> change(at, WEBHOOK, e.webhookId(), e.config());
            case WebhookEvent.Activated e -> active(at, WEBHOOK, e.webhookId(), true);
            case WebhookEvent.Deactivated e -> active(at, WEBHOOK, e.webhookId(), false);
            case WebhookEvent.Removed e -> REMOVE.with(at.instanceId(), WEBHOOK, e.webhookId());
        };
    }

    private static Change add(RecordedEvent at, String kind, String id, Record config) {
        return ADD.with(
                at.instanceId(),
                kind,
                id,
                at.createdAt(),
                at.sequence(),
                at.position(),
                at.owner(),
                hasSecret(at),
                ProviderJson.write(config));
    }

    private static Change change(RecordedEvent at, String kind, String id, Record config) {
        return CHANGE.with(
                at.instanceId(),
                kind,
                id,
                at.createdAt(),
                at.sequence(),
                at.position(),
                hasSecret(at),
                ProviderJson.write(config));
    }

    private static Change active(RecordedEvent at, String kind, String id, boolean active) {
        return SET_ACTIVE.with(at.instanceId(), kind, id, at.createdAt(), at.sequence(), at.position(), active);
    }

    private static boolean hasSecret(RecordedEvent at) {
        return ProviderJson.hasField(at.payload(), "secret");
    }
}
