package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.Event;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.HumanRules;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
final class PasswordHandler implements PasswordCommands {
    private final People people;
    private final Codes codes;
    private final PasswordHashing hashing;
    private final CurrentPassword current;

    PasswordHandler(People people, Codes codes, PasswordHashing hashing, CurrentPassword current) {
        this.people = people;
        this.codes = codes;
        this.hashing = hashing;
        this.current = current;
    }

    @Override
    public Written set(AdminCaller caller, String userId, NewPassword password) {
        var set = hashing.prepare(caller, userId, password);
        return people.changeWith(caller, userId, (unit, human) -> set(unit, caller, human, set));
    }

    @Override
    public Written setWithCurrent(AdminCaller caller, String userId, NewPassword password, String text) {
        var set = hashing.prepare(caller, userId, password);
        return current.require(caller, userId, text, (unit, human) -> set(unit, caller, human, set));
    }

    @Override
    public Written setWithCode(AdminCaller caller, String userId, NewPassword password, String code) {
        var set = hashing.prepare(caller, userId, password);
        return people.verifyWith(
                caller, userId, CodeKind.PASSWORD, code, (unit, human) -> set(unit, caller, human, set));
    }

    @Override
    public CodeAnswer requestCode(AdminCaller caller, String userId, boolean bySms, Delivery delivery) {
        NewCode code = Objects.requireNonNull(codes.make(caller.instanceId(), CodeKind.PASSWORD, delivery));
        var command = new PasswordCommand.RequestCode(code, bySms);
        return people.change(caller, userId, code, human -> PasswordDecider.decide(command, human));
    }

    @Override
    public CodeAnswer initialize(AdminCaller caller, String userId, boolean isAgain, Delivery delivery) {
        NewCode code = Objects.requireNonNull(codes.make(caller.instanceId(), CodeKind.INITIALIZATION, delivery));
        var command = new PasswordCommand.Initialize(code, isAgain);
        return people.change(caller, userId, code, human -> PasswordDecider.decide(command, human));
    }

    @Override
    public Written endInitialization(AdminCaller caller, String userId, String code, String password) {
        var set = password.isEmpty() ? null : hashing.prepare(caller, userId, new NewPassword(password, false));
        var command = new PasswordCommand.EndInitialization(set);
        return people.verify(
                caller, userId, CodeKind.INITIALIZATION, code, human -> PasswordDecider.decide(command, human));
    }

    @Override
    public CodeAnswer invite(
            AdminCaller caller, String userId, boolean isAgain, @Nullable String applicationName, Delivery delivery) {
        NewCode code = Objects.requireNonNull(codes.make(caller.instanceId(), CodeKind.INVITE, delivery));
        var command =
                new PasswordCommand.Invite(code, isAgain, HumanRules.optional(applicationName, "applicationName"));
        return people.change(caller, userId, code, human -> PasswordDecider.decide(command, human));
    }

    @Override
    public Written endInvitation(AdminCaller caller, String userId, String code) {
        return people.verify(
                caller,
                userId,
                CodeKind.INVITE,
                code,
                human -> PasswordDecider.decide(new PasswordCommand.EndInvitation(), human));
    }

    /** Wrong passwords were guesses at the old one: they are forgotten with it. */
    private static List<Event> set(
            UnitOfWork unit, AdminCaller caller, Loaded<HumanState> human, PasswordCommand.Set set) {
        var check =
                unit.load(UserCheckDecider.KIND, caller.instanceId(), human.id().id());
        unit.append(check, caller.userId(), UserCheckDecider.decide(new UserCheckCommand.Reset(), check.state()));
        return PasswordDecider.decide(set, human.state());
    }
}
