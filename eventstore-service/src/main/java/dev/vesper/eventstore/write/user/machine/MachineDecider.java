package dev.vesper.eventstore.write.user.machine;

import dev.vesper.events.Event;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserMachineEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.HumanRules;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import dev.vesper.eventstore.write.user.machine.MachineState.MachineKey;
import java.util.List;

/** Decides about the part of a user that only machines have. */
public final class MachineDecider {
    public static final AggregateKind<MachineState, Event> KIND =
            AggregateKind.of("user", Event.class, initialState(), MachineDecider::evolve);

    /** So many can be in use at once; more are no help to anybody but who made them. */
    private static final int MOST_KEYS = 100;

    private MachineDecider() {}

    static MachineState initialState() {
        return MachineState.NONE;
    }

    static List<Event> decide(MachineCommand command, MachineState state) {
        requireMachine(state);
        return switch (command) {
            case MachineCommand.Describe describe -> describe(describe.description(), state);
            case MachineCommand.AddKey add -> {
                if (state.keys().size() >= MOST_KEYS) {
                    throw CommandRejected.failedPrecondition(
                            "TOO_MANY_KEYS", "The machine has too many keys; remove one.");
                }
                MachineKey key = add.key();
                yield List.of(new UserMachineEvent.KeyAdded(add.keyId(), key.publicKey(), key.expirationDate()));
            }
            case MachineCommand.RemoveKey remove -> {
                if (!state.keys().containsKey(remove.keyId())) {
                    throw CommandRejected.notFound("MACHINE_KEY_NOT_FOUND", "The machine has no such key.");
                }
                yield List.of(new UserMachineEvent.KeyRemoved(remove.keyId()));
            }
            case MachineCommand.SetSecret set -> List.of(new UserMachineEvent.SecretSet(set.hash()));
            case MachineCommand.RemoveSecret _ ->
                state.hashedSecret() == null ? List.of() : List.of(new UserMachineEvent.SecretRemoved());
        };
    }

    static MachineState evolve(MachineState state, Event event) {
        return switch (event) {
            case UserEvent.MachineAdded e ->
                state.with(new Description(e.name(), e.description(), e.accessTokenType()));
            case UserEvent.MachineChanged e ->
                state.with(new Description(e.name(), e.description(), e.accessTokenType()));
            case UserMachineEvent.KeyAdded e ->
                state.with(e.keyId(), new MachineKey(e.publicKey(), e.expirationDate()));
            case UserMachineEvent.KeyRemoved e -> state.without(e.keyId());
            case UserMachineEvent.SecretSet e -> state.withSecret(e.hashedSecret());
            case UserMachineEvent.SecretRemoved _ -> state.withSecret(null);
            case UserEvent.Removed _ -> MachineState.NONE;
            default -> state;
        };
    }

    static void requireMachine(MachineState state) {
        if (!state.machine()) {
            throw CommandRejected.failedPrecondition(
                    "USER_NOT_MACHINE", "The user is a person, and machines alone have that.");
        }
    }

    private static List<Event> describe(Description wanted, MachineState state) {
        var description = new Description(
                HumanRules.required(wanted.name(), "name"),
                HumanRules.optional(wanted.text(), "description"),
                wanted.accessTokenType());
        return description.equals(state.description())
                ? List.of()
                : List.of(new UserEvent.MachineChanged(
                        description.name(), description.text(), description.accessTokenType()));
    }
}
