package dev.vesper.eventstore.write.system;

import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.DomainNames;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.policy.NewPassword;
import dev.vesper.eventstore.write.user.AccessTokenText;
import jakarta.inject.Singleton;
import java.util.List;

/** Sets up further instances, each in one push: all of it is there, or nothing. */
@Singleton
final class SystemInstanceHandler implements SystemInstanceCommands {
    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final RandomTokens random;
    private final Passwords passwords;
    private final UserKeys keys;
    private final SigningKeys signingKeys;
    private final MasterKey masterKey;

    SystemInstanceHandler(
            CommandPipeline pipeline,
            IdSource ids,
            RandomTokens random,
            Passwords passwords,
            UserKeys keys,
            SigningKeys signingKeys,
            MasterKey masterKey) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.random = random;
        this.passwords = passwords;
        this.keys = keys;
        this.signingKeys = signingKeys;
        this.masterKey = masterKey;
    }

    @Override
    public InstanceCreated create(AdminCaller caller, NewInstance asked) {
        var plan = plan(asked);
        var token = new AccessTokenText(plan.instanceId(), plan.userId(), ids.next(), random.next());
        var events =
                new NewInstanceEvents(plan, caller.userId(), masterKey, TokenHash.of(token.text()), token.tokenId());
        keys.create(plan.instanceId(), plan.userId());
        try {
            var id = new AggregateId(plan.instanceId(), InstanceDecider.KIND.type(), plan.instanceId());
            var outcome = pipeline.execute(unit -> {
                events.write(unit);
                return id;
            });
            return new InstanceCreated(plan.instanceId(), plan.orgId(), plan.userId(), token.text(), outcome.begun(id));
        } catch (CommandRejected e) {
            keys.destroy(plan.instanceId(), plan.userId());
            throw e;
        }
    }

    private NewInstanceEvents.Plan plan(NewInstance asked) {
        String keyId = ids.next();
        String password = asked.admin().password();
        if (password != null && !password.isEmpty()) {
            NewPassword.check(password, "admin.password.password");
        }
        return new NewInstanceEvents.Plan(
                ids.next(),
                ids.next(),
                ids.next(),
                asked,
                checked(asked.domains()),
                password == null || password.isEmpty() ? null : passwords.hash(password),
                new NewInstanceEvents.NewKey(keyId, signingKeys.generate("RS256", keyId)));
    }

    private static List<String> checked(List<String> domains) {
        if (domains.isEmpty()) {
            throw CommandRejected.invalid("INVALID_DOMAIN", "domains", "domains must name at least one host.");
        }
        return domains.stream().map(DomainNames::checked).distinct().toList();
    }
}
