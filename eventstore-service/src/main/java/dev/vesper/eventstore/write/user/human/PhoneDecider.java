package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.UserPhoneEvent;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.HumanRules;
import java.util.ArrayList;
import java.util.List;

/** Decides about a person's phone number. */
final class PhoneDecider {
    private PhoneDecider() {}

    static List<UserPhoneEvent> decide(PhoneCommand command, HumanState state) {
        HumanDecider.requireHuman(state);
        return switch (command) {
            case PhoneCommand.Set set -> set(set, state);
            case PhoneCommand.Resend resend -> {
                requireUnverified(state);
                yield List.of(added(resend.code()));
            }
            case PhoneCommand.Remove _ ->
                state.phone().value() == null ? List.of() : List.of(new UserPhoneEvent.Removed());
            case PhoneCommand.Verify _ -> state.phone().verified() ? List.of() : List.of(new UserPhoneEvent.Verified());
        };
    }

    private static List<UserPhoneEvent> set(PhoneCommand.Set set, HumanState state) {
        String phone = HumanRules.phone(set.phone(), "phone");
        List<UserPhoneEvent> events = new ArrayList<>();
        boolean changes = !phone.equals(state.phone().value());
        if (changes) {
            events.add(new UserPhoneEvent.Changed(phone));
        }
        boolean isVerified = !changes && state.phone().verified();
        NewCode code = set.code();
        if (!isVerified) {
            events.add(code == null ? new UserPhoneEvent.Verified() : added(code));
        }
        return List.copyOf(events);
    }

    private static void requireUnverified(HumanState state) {
        if (state.phone().value() == null) {
            throw CommandRejected.failedPrecondition("PHONE_NOT_FOUND", "The user has no phone number.");
        }
        if (state.phone().verified()) {
            throw CommandRejected.failedPrecondition("PHONE_VERIFIED", "The phone number is verified already.");
        }
    }

    private static UserPhoneEvent added(NewCode code) {
        return new UserPhoneEvent.CodeAdded(
                code.codeId(), code.code(), code.expiry(), code.returned(), code.urlTemplate(), null);
    }
}
