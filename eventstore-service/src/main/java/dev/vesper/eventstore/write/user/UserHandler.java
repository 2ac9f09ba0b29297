package dev.vesper.eventstore.write.user;

import dev.vesper.events.EndReason;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.policy.NewPassword;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import jakarta.inject.Singleton;

/** Runs an admin's commands on users. */
@Singleton
final class UserHandler implements UserCommands {
    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final Passwords passwords;
    private final UserKeys keys;
    private final UserNames names;

    UserHandler(CommandPipeline pipeline, IdSource ids, Passwords passwords, UserKeys keys, MasterKey masterKey) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.passwords = passwords;
        this.keys = keys;
        this.names = new UserNames(masterKey);
    }

    @Override
    public UserCreated createHuman(AdminCaller caller, CreateHuman command) {
        CreateHuman human = HumanRules.checked(command);
        String password = human.password();
        if (password != null) {
            NewPassword.check(
                    pipeline.aggregates(), caller.instanceId(), caller.orgId(), password, "password.password");
        }
        var add = new UserCommand.AddHuman(human, password == null ? null : passwords.hash(password));
        return create(caller, human.userName(), add);
    }

    @Override
    public UserCreated createMachine(AdminCaller caller, String userName, Description machine) {
        var add = new UserCommand.AddMachine(userName, machine.name(), machine.text(), machine.accessTokenType());
        return create(caller, HumanRules.userName(userName), add);
    }

    private UserCreated create(AdminCaller caller, String userName, UserCommand add) {
        AggregateId id = new AggregateId(caller.instanceId(), UserDecider.KIND.type(), ids.next());
        keys.create(id.instanceId(), id.id());
        try {
            Outcome<AggregateId> outcome = pipeline.execute(unit -> begin(unit, caller, id, userName, add));
            return new UserCreated(id.id(), outcome.begun(id));
        } catch (CommandRejected e) {
            keys.destroy(id.instanceId(), id.id());
            throw e;
        }
    }

    @Override
    public Written changeUserName(AdminCaller caller, String userId, String userName) {
        var command = new UserCommand.ChangeUserName(userName);
        return pipeline.change(unit -> {
            var user = decide(unit, caller, userId, command);
            names.change(unit, user, HumanRules.userName(userName));
            return user;
        });
    }

    @Override
    public Written deactivate(AdminCaller caller, String userId) {
        return pipeline.change(unit -> decide(unit, caller, userId, new UserCommand.Deactivate()));
    }

    @Override
    public Written reactivate(AdminCaller caller, String userId) {
        return pipeline.change(unit -> decide(unit, caller, userId, new UserCommand.Reactivate()));
    }

    @Override
    public Written lock(AdminCaller caller, String userId) {
        return pipeline.change(unit -> decide(unit, caller, userId, new UserCommand.Lock()));
    }

    @Override
    public Written unlock(AdminCaller caller, String userId) {
        return pipeline.change(unit -> {
            var user = decide(unit, caller, userId, new UserCommand.Unlock());
            var check = unit.load(UserCheckDecider.KIND, caller.instanceId(), userId);
            unit.append(check, caller.userId(), UserCheckDecider.decide(new UserCheckCommand.Reset(), check.state()));
            return user;
        });
    }

    @Override
    public Written remove(AdminCaller caller, String userId) {
        Outcome<Loaded<UserState>> outcome = pipeline.execute(unit -> {
            var user = decide(unit, caller, userId, new UserCommand.Remove());
            names.release(unit, user);
            return user;
        });
        keys.destroy(caller.instanceId(), userId); // If this fails, WhenUserRemovedThenForgetThem does it.
        return outcome.written(outcome.result());
    }

    @Override
    public Written endSessions(AdminCaller caller, String userId) {
        var command = new UserCommand.EndSessions(EndReason.ADMIN.wireName());
        return pipeline.change(unit -> decide(unit, caller, userId, command));
    }

    private AggregateId begin(UnitOfWork unit, AdminCaller caller, AggregateId id, String userName, UserCommand add) {
        var instance = unit.load(InstanceDecider.KIND, caller.instanceId(), caller.instanceId());
        var events = UserDecider.decide(add, UserDecider.initialState());
        unit.begin(id, caller.orgOr(instance.state().defaultOrgId()), caller.userId(), events);
        names.claim(unit, id.instanceId(), userName);
        return id;
    }

    private static Loaded<UserState> decide(UnitOfWork unit, AdminCaller caller, String userId, UserCommand command) {
        var user = unit.load(UserDecider.KIND, caller.instanceId(), userId);
        unit.append(user, caller.userId(), UserDecider.decide(command, user.state()));
        return user;
    }
}
