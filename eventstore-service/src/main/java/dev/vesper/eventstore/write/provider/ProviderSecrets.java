package dev.vesper.eventstore.write.provider;

import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.write.Aggregates;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens the secrets of providers for the service that talks to them. */
@Singleton
public final class ProviderSecrets {
    private static final List<ProviderKind<?>> KINDS = List.of(new SmtpKind(), new SmsKind(), new WebhookKind());

    private final Aggregates aggregates;
    private final MasterKey masterKey;

    ProviderSecrets(Aggregates aggregates, MasterKey masterKey) {
        this.aggregates = aggregates;
        this.masterKey = masterKey;
    }

    /**
     * @param kind smtp, sms or webhook
     * @return empty for a provider that is not stored; empty text for one without a secret
     */
    public Optional<String> find(String instanceId, String kind, String id) {
        return KINDS.stream()
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .flatMap(known -> find(known, instanceId, id));
    }

    private <C> Optional<String> find(ProviderKind<C> kind, String instanceId, String id) {
        Provider<C> provider = aggregates
                .load(kind.aggregate(), instanceId, instanceId)
                .state()
                .all()
                .get(id);
        if (provider == null) {
            return Optional.empty();
        }
        var secret = provider.secret();
        return Optional.of(secret == null ? "" : masterKey.unwrap(secret, ProviderCommands.context(id)));
    }
}
