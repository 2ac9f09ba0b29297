package dev.vesper.eventstore.write.provider;

import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One set of commands for each kind of providers. */
@Singleton
final class ProviderBeans {
    private final CommandPipeline pipeline;
    private final MasterKey masterKey;
    private final IdSource ids;

    ProviderBeans(CommandPipeline pipeline, MasterKey masterKey, IdSource ids) {
        this.pipeline = pipeline;
        this.masterKey = masterKey;
        this.ids = ids;
    }

    @Produces
    @Singleton
    ProviderCommands<SmtpConfig> smtp() {
        return new ProviderCommands<>(pipeline, masterKey, ids, new SmtpKind());
    }

    @Produces
    @Singleton
    ProviderCommands<SmsConfig> sms() {
        return new ProviderCommands<>(pipeline, masterKey, ids, new SmsKind());
    }

    @Produces
    @Singleton
    ProviderCommands<WebhookConfig> webhooks() {
        return new ProviderCommands<>(pipeline, masterKey, ids, new WebhookKind());
    }
}
