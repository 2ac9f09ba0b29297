package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.policy.Ruling;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.Users;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever knows the current password do something. A wrong one counts as it does at sign-in, and may lock the user:
 * else this would be the door for those who guess.
 */
@Singleton
final class CurrentPassword {
    private final CommandPipeline pipeline;
    private final Passwords passwords;

    CurrentPassword(CommandPipeline pipeline, Passwords passwords) {
        this.pipeline = pipeline;
        this.passwords = passwords;
    }

    Written require(AdminCaller caller, String userId, String text, People.Deciding deciding) {
        var user = pipeline.aggregates().load(UserDecider.KIND, caller.instanceId(), userId);
        String hash = user.state().hashedPassword();
        boolean right = verify(text, hash);
        Outcome<Verdict> outcome = pipeline.execute(unit -> {
            var human = People.present(unit, caller, userId);
            requireSame(unit, caller, userId, hash);
            if (right) {
                unit.append(human, caller.userId(), deciding.decide(unit, human));
                return new Verdict(human, Optional.empty());
            }
            return new Verdict(human, Optional.of(fail(unit, caller, human)));
        });
        outcome.result().refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return outcome.written(outcome.result().human());
    }

    private boolean verify(String text, @Nullable String hash) {
        if (hash == null) {
            passwords.verifyNobody(text);
            return false;
        }
        return passwords.verify(text, hash);
    }

    private static void requireSame(UnitOfWork unit, AdminCaller caller, String userId, @Nullable String hash) {
        var user = Users.present(unit, caller, userId).state();
        if (user.locked()) {
            throw CommandRejected.failedPrecondition("USER_LOCKED", "The user is locked.");
        }
        if (!Objects.equals(user.hashedPassword(), hash)) {
            throw wrong();
        }
    }

    private static CommandRejected fail(UnitOfWork unit, AdminCaller caller, Loaded<HumanState> human) {
        String userId = human.id().id();
        var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
        var org = unit.load(OrgDecider.KIND, caller.instanceId(), human.owner());
        var lockout = Ruling.lockout(instance.state().policies(), org.state().policies());
        var check = unit.load(UserCheckDecider.KIND, caller.instanceId(), userId);
        unit.append(
                check.id(),
                human.owner(),
                caller.userId(),
                Expectation.exactly(check.sequence()),
                UserCheckDecider.decide(new UserCheckCommand.RecordFailure(), check.state()));
        if (check.state().nextFailureLocks(lockout.maxPasswordAttempts())) {
            var user = Users.present(unit, caller, userId);
            unit.append(user, caller.userId(), UserDecider.decide(new UserCommand.Lock(), user.state()));
        } else {
            unit.hold(human);
        }
        return wrong();
    }

    private static CommandRejected wrong() {
        return CommandRejected.invalid("PASSWORD_WRONG", "currentPassword", "The current password is wrong.");
    }

    private record Verdict(Loaded<HumanState> human, Optional<CommandRejected> refusal) {}
}
