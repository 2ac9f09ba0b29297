package dev.vesper.eventstore.write.usercheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.UserCheckEvent;
import dev.vesper.events.UserCheckEvent.PasswordCheckFailed;
import dev.vesper.events.UserCheckEvent.PasswordCheckReset;
import dev.vesper.events.UserCheckEvent.PasswordCheckSucceeded;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class UserCheckDeciderTest {
    private static final DeciderSpec<UserCheckCommand, UserCheckState, UserCheckEvent> CHECK =
            new DeciderSpec<>(UserCheckDecider.initialState(), UserCheckDecider::decide, UserCheckDecider::evolve);

    @Test
    void the_last_allowed_failure_locks_and_none_before_it() {
        var one = CHECK.given(new PasswordCheckFailed()).state();
        var two = CHECK.given(new PasswordCheckFailed(), new PasswordCheckFailed())
                .state();
        assertThat(one.nextFailureLocks(3)).isFalse();
        assertThat(two.nextFailureLocks(3)).isTrue();
    }

    @Test
    void a_policy_of_zero_never_locks() {
        assertThat(CHECK.given(new PasswordCheckFailed()).state().nextFailureLocks(0))
                .isFalse();
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        assertThat(CHECK.given(new PasswordCheckFailed(), new PasswordCheckSucceeded())
                        .state()
                        .failures())
                .isZero();
    }

    @Test
    void a_reset_is_written_only_where_there_is_something_to_forget() {
        CHECK.given().when(new UserCheckCommand.Reset()).nothing();
        CHECK.given(new PasswordCheckFailed())
                .when(new UserCheckCommand.Reset())
                .then(new PasswordCheckReset());
    }

    @Test
    void every_check_is_recorded() {
        CHECK.given().when(new UserCheckCommand.RecordFailure()).then(new PasswordCheckFailed());
        CHECK.given().when(new UserCheckCommand.RecordSuccess()).then(new PasswordCheckSucceeded());
    }
}
