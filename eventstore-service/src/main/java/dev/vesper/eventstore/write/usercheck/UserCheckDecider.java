package dev.vesper.eventstore.write.usercheck;

import dev.vesper.events.UserCheckEvent;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.List;
import java.util.Map;

/** Counts checks of passwords and codes. */
public final class UserCheckDecider {
    public static final AggregateKind<UserCheckState, UserCheckEvent> KIND =
            AggregateKind.of("user_check", UserCheckEvent.class, initialState(), UserCheckDecider::evolve);

    private UserCheckDecider() {}

    public static UserCheckState initialState() {
        return new UserCheckState(0, Map.of(), 0);
    }

    public static List<UserCheckEvent> decide(UserCheckCommand command, UserCheckState state) {
        return switch (command) {
            case UserCheckCommand.RecordSuccess _ -> List.of(new UserCheckEvent.PasswordCheckSucceeded());
            case UserCheckCommand.RecordFailure _ -> List.of(new UserCheckEvent.PasswordCheckFailed());
            case UserCheckCommand.RecordWrongCode wrong -> List.of(wrong.failure());
            case UserCheckCommand.RecordRightTotp right ->
                List.of(new UserCheckEvent.TotpCheckSucceeded(right.timeStep()));
            case UserCheckCommand.Reset _ ->
                state.failures() == 0 ? List.of() : List.of(new UserCheckEvent.PasswordCheckReset());
        };
    }

    public static UserCheckState evolve(UserCheckState state, UserCheckEvent event) {
        return switch (event) {
            case UserCheckEvent.PasswordCheckFailed _ -> state.withFailures(state.failures() + 1);
            case UserCheckEvent.PasswordCheckSucceeded _, UserCheckEvent.PasswordCheckReset _ -> state.withFailures(0);
            case UserCheckEvent.TotpCheckSucceeded right -> state.withTotpStep(right.timeStep());
            case UserCheckEvent.CodeFailed failed -> state.withWrongTry(failed.codeId());
        };
    }
}
