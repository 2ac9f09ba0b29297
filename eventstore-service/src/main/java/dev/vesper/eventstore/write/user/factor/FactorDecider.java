package dev.vesper.eventstore.write.user.factor;

import dev.vesper.events.Event;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserFactorEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.user.factor.FactorState.TotpSecret;
import java.util.List;

/** Decides about a person's second factors. */
public final class FactorDecider {
    public static final AggregateKind<FactorState, Event> KIND =
            AggregateKind.of("user", Event.class, initialState(), FactorDecider::evolve);

    private FactorDecider() {}

    static FactorState initialState() {
        return FactorState.NONE;
    }

    static List<UserFactorEvent> decide(FactorCommand command, FactorState state) {
        return switch (command) {
            case FactorCommand.AddTotp add -> addTotp(add, state);
            case FactorCommand.VerifyTotp _ ->
                pendingTotp(state).verified() ? List.of() : List.of(new UserFactorEvent.TotpVerified());
            case FactorCommand.RemoveTotp _ ->
                state.totp() == null ? List.of() : List.of(new UserFactorEvent.TotpRemoved());
            case FactorCommand.AddOtpSms add -> {
                require(add.human().phone().verified(), "PHONE_NOT_VERIFIED", "The user has no verified phone number.");
                yield state.otpSms() ? List.of() : List.of(new UserFactorEvent.OtpSmsAdded());
            }
            case FactorCommand.RemoveOtpSms _ ->
                state.otpSms() ? List.of(new UserFactorEvent.OtpSmsRemoved()) : List.of();
            case FactorCommand.AddOtpEmail add -> {
                require(
                        add.human().email().verified(),
                        "EMAIL_NOT_VERIFIED",
                        "The user has no verified e-mail address.");
                yield state.otpEmail() ? List.of() : List.of(new UserFactorEvent.OtpEmailAdded());
            }
            case FactorCommand.RemoveOtpEmail _ ->
                state.otpEmail() ? List.of(new UserFactorEvent.OtpEmailRemoved()) : List.of();
        };
    }

    /** Codes for a number that is gone reach nobody. */
    static FactorState evolve(FactorState state, Event event) {
        return switch (event) {
            case UserFactorEvent factor -> evolve(state, factor);
            case UserPhoneEvent.Removed _ -> state.withOtpSms(false);
            case UserEvent.Removed _ -> FactorState.NONE;
            default -> state;
        };
    }

    private static FactorState evolve(FactorState state, UserFactorEvent event) {
        return switch (event) {
            case UserFactorEvent.TotpAdded added ->
                state.withTotp(new TotpSecret(added.factorId(), added.otpSecret(), false));
            case UserFactorEvent.TotpVerified _ -> {
                TotpSecret totp = state.totp();
                yield totp == null ? state : state.withTotp(new TotpSecret(totp.factorId(), totp.secret(), true));
            }
            case UserFactorEvent.TotpRemoved _ -> state.withTotp(null);
            case UserFactorEvent.OtpSmsAdded _ -> state.withOtpSms(true);
            case UserFactorEvent.OtpSmsRemoved _ -> state.withOtpSms(false);
            case UserFactorEvent.OtpEmailAdded _ -> state.withOtpEmail(true);
            case UserFactorEvent.OtpEmailRemoved _ -> state.withOtpEmail(false);
        };
    }

    /** @throws CommandRejected where none was added */
    static TotpSecret pendingTotp(FactorState state) {
        TotpSecret totp = state.totp();
        if (totp == null) {
            throw CommandRejected.failedPrecondition("TOTP_NOT_FOUND", "The user has no such factor; add one first.");
        }
        return totp;
    }

    private static List<UserFactorEvent> addTotp(FactorCommand.AddTotp add, FactorState state) {
        TotpSecret now = state.totp();
        require(now == null || !now.verified(), "TOTP_EXISTS", "The user has such a factor; remove it first.");
        return List.of(new UserFactorEvent.TotpAdded(add.factorId(), add.secret()));
    }

    private static void require(boolean holds, String code, String message) {
        if (!holds) {
            throw CommandRejected.failedPrecondition(code, message);
        }
    }
}
