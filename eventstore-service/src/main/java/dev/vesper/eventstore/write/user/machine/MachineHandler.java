package dev.vesper.eventstore.write.user.machine;

import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.AccessTokenText;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.Users;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import dev.vesper.eventstore.write.user.machine.MachineState.MachineKey;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
final class MachineHandler implements MachineCommands {
    private final CommandPipeline pipeline;
    private final RandomTokens random;
    private final IdSource ids;
    private final Clock clock;

    MachineHandler(CommandPipeline pipeline, RandomTokens random, IdSource ids, Clock clock) {
        this.pipeline = pipeline;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Written describe(AdminCaller caller, String userId, Description description) {
        return change(caller, userId, new MachineCommand.Describe(description));
    }

    @Override
    public Made addPat(AdminCaller caller, String userId, @Nullable Instant expiration) {
        checkFuture(expiration);
        var token = new AccessTokenText(caller.instanceId(), userId, ids.next(), random.next());
        var add = new UserCommand.AddPat(token.tokenId(), TokenHash.of(token.text()), List.of(), expiration);
        return new Made(changePats(caller, userId, add), token.tokenId(), token.text());
    }

    @Override
    public Written removePat(AdminCaller caller, String userId, String tokenId) {
        return changePats(caller, userId, new UserCommand.RemovePat(tokenId));
    }

    @Override
    public Made addKey(AdminCaller caller, String userId, @Nullable Instant expiration, String publicKey) {
        checkFuture(expiration);
        String keyId = ids.next();
        if (!publicKey.isBlank()) {
            var key = new MachineKey(MachineKeys.checked(publicKey), expiration);
            return new Made(change(caller, userId, new MachineCommand.AddKey(keyId, key)), keyId, "");
        }
        KeyPair pair = MachineKeys.generate();
        var key = new MachineKey(MachineKeys.publicPem(pair), expiration);
        var written = change(caller, userId, new MachineCommand.AddKey(keyId, key));
        return new Made(written, keyId, MachineKeys.content(pair, keyId, userId));
    }

    @Override
    public Written removeKey(AdminCaller caller, String userId, String keyId) {
        return change(caller, userId, new MachineCommand.RemoveKey(keyId));
    }

    @Override
    public Made setSecret(AdminCaller caller, String userId) {
        String secret = random.next();
        var written = change(caller, userId, new MachineCommand.SetSecret(TokenHash.of(secret)));
        return new Made(written, userId, secret);
    }

    @Override
    public Written removeSecret(AdminCaller caller, String userId) {
        return change(caller, userId, new MachineCommand.RemoveSecret());
    }

    private Written change(AdminCaller caller, String userId, MachineCommand command) {
        return pipeline.change(unit -> {
            var machine = unit.load(MachineDecider.KIND, caller.instanceId(), userId);
            Users.present(unit, caller, userId);
            unit.append(machine, caller.userId(), MachineDecider.decide(command, machine.state()));
            return machine;
        });
    }

    /** Tokens of people come from their sign-in; whoever could make one for a person could be that person. */
    private Written changePats(AdminCaller caller, String userId, UserCommand command) {
        return pipeline.change(unit -> {
            var machine = unit.load(MachineDecider.KIND, caller.instanceId(), userId);
            var user = Users.present(unit, caller, userId);
            if (command instanceof UserCommand.AddPat) {
                MachineDecider.requireMachine(machine.state());
            }
            unit.append(user, caller.userId(), UserDecider.decide(command, user.state()));
            return user;
        });
    }

    private void checkFuture(@Nullable Instant expiration) {
        if (expiration != null && !expiration.isAfter(clock.instant())) {
            throw CommandRejected.invalid("INVALID_EXPIRATION", "expirationDate", "expirationDate must lie ahead.");
        }
    }
}
