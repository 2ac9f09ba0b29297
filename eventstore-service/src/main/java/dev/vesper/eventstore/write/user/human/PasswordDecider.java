package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.EndReason;
import dev.vesper.events.Event;
import dev.vesper.events.UserCodeEvent;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.ArrayList;
import java.util.List;

/** Decides how a person gets a password, and gets in without one for the first time. */
final class PasswordDecider {
    private PasswordDecider() {}

    static List<Event> decide(PasswordCommand command, HumanState state) {
        HumanDecider.requireHuman(state);
        return switch (command) {
            case PasswordCommand.Set set -> set(set);
            case PasswordCommand.RequestCode request -> requestCode(request, state);
            case PasswordCommand.Initialize initialize -> {
                requireBeginner(state);
                requireCode(!initialize.isAgain(), CodeKind.INITIALIZATION, state);
                yield List.of(initialization(initialize.code()));
            }
            case PasswordCommand.Invite invite -> {
                requireBeginner(state);
                requireCode(!invite.isAgain(), CodeKind.INVITE, state);
                yield List.of(invite(invite));
            }
            case PasswordCommand.EndInitialization end -> {
                List<Event> events = begun(new UserCodeEvent.InitializationSucceeded(), state);
                PasswordCommand.Set password = end.password();
                if (password != null) {
                    events.addAll(set(password));
                }
                yield List.copyOf(events);
            }
            case PasswordCommand.EndInvitation _ -> List.copyOf(begun(new UserCodeEvent.InviteSucceeded(), state));
        };
    }

    private static List<Event> set(PasswordCommand.Set set) {
        var changed = new UserEvent.PasswordChanged(set.hash(), set.changeRequired());
        return set.endsSessions()
                ? List.of(changed, new UserEvent.SessionsEnded(EndReason.PASSWORD_CHANGED.wireName()))
                : List.of(changed);
    }

    private static List<Event> requestCode(PasswordCommand.RequestCode request, HumanState state) {
        if (request.bySms() && !state.phone().verified()) {
            throw CommandRejected.failedPrecondition("PHONE_NOT_VERIFIED", "The user has no verified phone number.");
        }
        if (!request.bySms() && state.email().value() == null) {
            throw CommandRejected.failedPrecondition("EMAIL_NOT_FOUND", "The user has no e-mail address.");
        }
        NewCode code = request.code();
        return List.of(new UserCodeEvent.PasswordCodeAdded(
                code.codeId(),
                code.code(),
                code.expiry(),
                request.bySms() ? "sms" : "email",
                code.returned(),
                code.urlTemplate(),
                null));
    }

    private static Event initialization(NewCode code) {
        return new UserCodeEvent.InitializationCodeAdded(
                code.codeId(), code.code(), code.expiry(), code.returned(), code.urlTemplate(), null);
    }

    private static Event invite(PasswordCommand.Invite invite) {
        NewCode code = invite.code();
        return new UserCodeEvent.InviteCodeAdded(
                code.codeId(),
                code.code(),
                code.expiry(),
                code.returned(),
                code.urlTemplate(),
                null,
                invite.applicationName());
    }

    /** Whoever brought the code got it at their address. */
    private static List<Event> begun(Event success, HumanState state) {
        List<Event> events = new ArrayList<>(List.of(success));
        if (!state.email().verified()) {
            events.add(new UserEmailEvent.Verified());
        }
        return events;
    }

    private static void requireBeginner(HumanState state) {
        if (state.hasPassword()) {
            throw CommandRejected.failedPrecondition("USER_INITIALIZED", "The user has a password already.");
        }
    }

    private static void requireCode(boolean isFirst, CodeKind kind, HumanState state) {
        if (!isFirst && !state.codes().containsKey(kind)) {
            throw CommandRejected.failedPrecondition(
                    "CODE_NOT_FOUND", "There is no code in whose place a new one could be.");
        }
    }
}
