package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.UserEmailEvent;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.HumanRules;
import java.util.ArrayList;
import java.util.List;

/** Decides about a person's e-mail address. */
final class EmailDecider {
    private EmailDecider() {}

    static List<UserEmailEvent> decide(EmailCommand command, HumanState state) {
        HumanDecider.requireHuman(state);
        return switch (command) {
            case EmailCommand.Set set -> set(set, state);
            case EmailCommand.Resend resend -> {
                requireUnverified(state);
                yield List.of(added(resend.code()));
            }
            case EmailCommand.Verify _ -> state.email().verified() ? List.of() : List.of(new UserEmailEvent.Verified());
        };
    }

    private static List<UserEmailEvent> set(EmailCommand.Set set, HumanState state) {
        String email = HumanRules.email(set.email(), "email");
        List<UserEmailEvent> events = new ArrayList<>();
        boolean changes = !email.equals(state.email().value());
        if (changes) {
            events.add(new UserEmailEvent.Changed(email));
        }
        boolean isVerified = !changes && state.email().verified();
        NewCode code = set.code();
        if (!isVerified) {
            events.add(code == null ? new UserEmailEvent.Verified() : added(code));
        }
        return List.copyOf(events);
    }

    private static void requireUnverified(HumanState state) {
        if (state.email().value() == null) {
            throw CommandRejected.failedPrecondition("EMAIL_NOT_FOUND", "The user has no e-mail address.");
        }
        if (state.email().verified()) {
            throw CommandRejected.failedPrecondition("EMAIL_VERIFIED", "The e-mail address is verified already.");
        }
    }

    private static UserEmailEvent added(NewCode code) {
        return new UserEmailEvent.CodeAdded(
                code.codeId(), code.code(), code.expiry(), code.returned(), code.urlTemplate(), null);
    }
}
