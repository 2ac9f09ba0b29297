package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.HumanRules;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.human.PasswordCommands.NewPassword;
import jakarta.inject.Singleton;

/** Checks a new password against the policy and hashes it, before anything is decided: it takes too long for a transaction. */
@Singleton
final class PasswordHashing {
    private final Aggregates aggregates;
    private final PasswordPolicies policies;
    private final Passwords passwords;

    PasswordHashing(Aggregates aggregates, PasswordPolicies policies, Passwords passwords) {
        this.aggregates = aggregates;
        this.policies = policies;
        this.passwords = passwords;
    }

    PasswordCommand.Set prepare(AdminCaller caller, String userId, NewPassword wanted) {
        var user = aggregates.load(UserDecider.KIND, caller.instanceId(), userId);
        if (!user.state().isPresent()) {
            throw UserDecider.notFound();
        }
        String password = HumanRules.password(wanted.password(), "newPassword");
        if (password == null) {
            throw CommandRejected.invalid("INVALID_USER", "newPassword", "newPassword is required.");
        }
        var policy = policies.of(aggregates, caller.instanceId(), user.owner());
        policy.check(password, "newPassword");
        return new PasswordCommand.Set(passwords.hash(password), wanted.changeRequired(), policy.endsSessions());
    }
}
