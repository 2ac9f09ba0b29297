package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.Event;
import dev.vesper.events.OneTimeCode;
import dev.vesper.events.UserCodeEvent;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;

/** Folds the part of a user that only people have. What may happen to it is decided beside it, one decider per part. */
public final class HumanDecider {
    public static final AggregateKind<HumanState, Event> KIND =
            AggregateKind.of("user", Event.class, initialState(), HumanDecider::evolve);

    private HumanDecider() {}

    static HumanState initialState() {
        return HumanState.NONE;
    }

    /** Of most events of a user a person's part knows nothing. */
    static HumanState evolve(HumanState state, Event event) {
        return switch (event) {
            case OneTimeCode code -> state.with(CodeKind.of(code), pending(code));
            case UserEvent.HumanAdded e ->
                new HumanState(
                        true,
                        new Profile(e.firstName(), e.lastName(), e.displayName(), e.preferredLanguage()),
                        new Contact(e.email(), e.emailVerified()),
                        new Contact(e.phone(), false),
                        e.hashedPassword() != null,
                        state.codes());
            case UserEvent.ProfileChanged e ->
                state.with(new Profile(e.firstName(), e.lastName(), e.displayName(), e.preferredLanguage()));
            case UserEvent.PasswordChanged _ -> state.withPassword();
            case UserEmailEvent.Changed e -> state.withEmail(new Contact(e.email(), false));
            case UserEmailEvent.Verified _ -> state.withEmail(state.email().asVerified());
            case UserPhoneEvent.Changed e -> state.withPhone(new Contact(e.phone(), false));
            case UserPhoneEvent.Removed _ -> state.withPhone(Contact.NONE);
            case UserPhoneEvent.Verified _ -> state.withPhone(state.phone().asVerified());
            case UserCodeEvent.InitializationSucceeded _ -> state.used(CodeKind.INITIALIZATION);
            case UserCodeEvent.InviteSucceeded _ -> state.used(CodeKind.INVITE);
            case UserEvent.Removed _ -> HumanState.NONE;
            default -> state;
        };
    }

    private static PendingCode pending(OneTimeCode added) {
        String code = added.code();
        return new PendingCode(added.codeId(), code == null ? null : TokenHash.of(code), added.expiry());
    }

    public static void requireHuman(HumanState state) {
        if (!state.human()) {
            throw CommandRejected.failedPrecondition(
                    "USER_NOT_HUMAN", "The user is a machine, and people alone have that.");
        }
    }
}
