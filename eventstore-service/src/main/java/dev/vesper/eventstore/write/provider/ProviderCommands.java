package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Written;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with the providers of one kind. Each throws {@link CommandRejected}.
 *
 * @param <C> their configuration
 */
public final class ProviderCommands<C> {
    private static final int LONGEST_SECRET = 1_000;

    private final CommandPipeline pipeline;
    private final MasterKey masterKey;
    private final IdSource ids;
    private final ProviderKind<C> kind;

    ProviderCommands(CommandPipeline pipeline, MasterKey masterKey, IdSource ids, ProviderKind<C> kind) {
        this.pipeline = pipeline;
        this.masterKey = masterKey;
        this.ids = ids;
        this.kind = kind;
    }

    public record Created(String id, Written written) {}

    /** @param secret empty for none; it is never shown again */
    public Created create(AdminCaller caller, C config, String secret) {
        String id = ids.next();
        return new Created(id, change(caller, new ProviderCommand.Add<>(id, config, sealed(id, secret))));
    }

    /** @param secret empty: it stays */
    public Written update(AdminCaller caller, String id, C config, String secret) {
        return change(caller, new ProviderCommand.Change<>(id, config, sealed(id, secret)));
    }

    public Written activate(AdminCaller caller, String id) {
        return change(caller, new ProviderCommand.Activate<>(id));
    }

    public Written deactivate(AdminCaller caller, String id) {
        return change(caller, new ProviderCommand.Deactivate<>(id));
    }

    public Written remove(AdminCaller caller, String id) {
        return change(caller, new ProviderCommand.Remove<>(id));
    }

    private Written change(AdminCaller caller, ProviderCommand<C> command) {
        return pipeline.change(unit -> {
            Loaded<Providers<C>> providers = unit.load(kind.aggregate(), caller.instanceId(), caller.instanceId());
            unit.append(providers, caller.userId(), ProviderDecider.decide(kind, command, providers.state()));
            return providers;
        });
    }

    private @Nullable EncryptedValue sealed(String id, String secret) {
        if (secret.isEmpty()) {
            return null;
        }
        if (secret.length() > LONGEST_SECRET) {
            throw ProviderRules.invalid("secret", "must have at most " + LONGEST_SECRET + " characters");
        }
        return masterKey.wrap(secret, context(id));
    }

    /** A secret opens for its own provider only. */
    static String context(String id) {
        return "provider/" + id;
    }
}
