package dev.vesper.eventstore.write.user;

import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.UserState.Pat;
import dev.vesper.eventstore.write.user.UserState.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides about one user. A removed user is gone for every command. */
public final class UserDecider {
    public static final AggregateKind<UserState, UserEvent> KIND = AggregateKind.of(
                    "user", UserEvent.class, initialState(), UserDecider::evolve)
            .keptInMemory();

    private UserDecider() {}

    public static UserState initialState() {
        return UserState.NONE;
    }

    public static List<UserEvent> decide(UserCommand command, UserState state) {
        if (command instanceof UserCommand.AddHuman add) {
            return addHuman(add, state);
        }
        if (command instanceof UserCommand.AddMachine add) {
            return addMachine(add, state);
        }
        if (!state.isPresent()) {
            throw notFound();
        }
        return switch (command) {
            case UserCommand.AddHuman _, UserCommand.AddMachine _ -> List.of();
            case UserCommand.ChangeUserName change -> changeUserName(change, state);
            case UserCommand.Deactivate _ -> state.deactivated() ? List.of() : List.of(new UserEvent.Deactivated());
            case UserCommand.Reactivate _ -> state.deactivated() ? List.of(new UserEvent.Reactivated()) : List.of();
            case UserCommand.Lock _ -> state.locked() ? List.of() : List.of(new UserEvent.Locked());
            case UserCommand.Unlock _ -> state.locked() ? List.of(new UserEvent.Unlocked()) : List.of();
            case UserCommand.Remove _ -> List.of(new UserEvent.Removed());
            case UserCommand.EndSessions end -> List.of(new UserEvent.SessionsEnded(end.reason()));
            case UserCommand.AddPat add ->
                state.pats().containsKey(add.tokenId())
                        ? List.of()
                        : List.of(new UserEvent.PatAdded(
                                add.tokenId(), add.hashedToken(), add.scopes(), add.expiration()));
            case UserCommand.RemovePat remove ->
                state.pats().containsKey(remove.tokenId())
                        ? List.of(new UserEvent.PatRemoved(remove.tokenId()))
                        : List.of();
        };
    }

    public static UserState evolve(UserState state, UserEvent event) {
        return switch (event) {
            case UserEvent.HumanAdded added ->
                new UserState(Status.PRESENT, false, false, added.userName(), added.hashedPassword(), Map.of());
            case UserEvent.MachineAdded added ->
                new UserState(Status.PRESENT, false, false, added.userName(), null, Map.of());
            case UserEvent.UserNameChanged changed -> state.withUserName(changed.userName());
            case UserEvent.Deactivated _ -> state.withDeactivated(true);
            case UserEvent.Reactivated _ -> state.withDeactivated(false);
            case UserEvent.Locked _ -> state.withLocked(true);
            case UserEvent.Unlocked _ -> state.withLocked(false);
            case UserEvent.Removed _ -> new UserState(Status.REMOVED, false, false, null, null, Map.of());
            case UserEvent.PasswordChanged changed -> state.withPassword(changed.hashedPassword());
            case UserEvent.PatAdded added ->
                state.withPats(with(state.pats(), added.tokenId(), new Pat(added.hashedToken(), added.expiration())));
            case UserEvent.PatRemoved removed -> state.withPats(without(state.pats(), removed.tokenId()));
            case UserEvent.MachineChanged _,
                    UserEvent.ProfileChanged _,
                    UserEvent.SignedOut _,
                    UserEvent.SessionsEnded _ -> state;
        };
    }

    public static CommandRejected notFound() {
        return CommandRejected.notFound("USER_NOT_FOUND", "There is no such user.");
    }

    private static List<UserEvent> addHuman(UserCommand.AddHuman add, UserState state) {
        if (state.status() != Status.NONE) {
            throw CommandRejected.alreadyExists("USER_EXISTS", "A user with this id exists already.");
        }
        CreateHuman human = HumanRules.checked(add.human());
        return List.of(new UserEvent.HumanAdded(
                human.userName(),
                human.givenName(),
                human.familyName(),
                human.displayName(),
                human.preferredLanguage(),
                human.email(),
                human.emailVerified(),
                human.phone(),
                add.hashedPassword(),
                add.hashedPassword() != null && human.passwordChangeRequired()));
    }

    private static List<UserEvent> addMachine(UserCommand.AddMachine add, UserState state) {
        if (state.status() != Status.NONE) {
            throw CommandRejected.alreadyExists("USER_EXISTS", "A user with this id exists already.");
        }
        return List.of(new UserEvent.MachineAdded(
                HumanRules.userName(add.userName()),
                HumanRules.required(add.name(), "name"),
                HumanRules.optional(add.description(), "description"),
                add.accessTokenType()));
    }

    private static List<UserEvent> changeUserName(UserCommand.ChangeUserName change, UserState state) {
        String userName = HumanRules.userName(change.userName());
        return userName.equals(state.userName()) ? List.of() : List.of(new UserEvent.UserNameChanged(userName));
    }

    private static Map<String, Pat> with(Map<String, Pat> pats, String tokenId, Pat pat) {
        Map<String, Pat> all = new HashMap<>(pats);
        all.put(tokenId, pat);
        return Map.copyOf(all);
    }

    private static Map<String, Pat> without(Map<String, Pat> pats, String tokenId) {
        Map<String, Pat> all = new HashMap<>(pats);
        all.remove(tokenId);
        return Map.copyOf(all);
    }
}
