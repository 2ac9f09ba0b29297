package dev.vesper.eventstore.write.policy;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vesper.events.Policy;
import dev.vesper.events.Policy.Kind;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.user.TestUsers;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PoliciesTest {
    private final WriteSide side = new WriteSide(new FakeEventLog(Clock.systemUTC()), 5);
    private final PolicyCommands policies = new PolicyHandler(side.pipeline);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void the_organisation_rules_before_its_instance_and_the_instance_before_the_default() {
        var byDefault = policies.ofOrg(ADMIN, WriteSide.ORG, Kind.NOTIFICATION);
        assertThat(byDefault).isEqualTo(new Ruling(new Policy.Notification(true), "default"));
        policies.setOfInstance(ADMIN, new Policy.Notification(false));
        assertThat(policies.ofOrg(ADMIN, WriteSide.ORG, Kind.NOTIFICATION).source())
                .isEqualTo("instance");
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.Notification(true));
        assertThat(policies.ofOrg(ADMIN, WriteSide.ORG, Kind.NOTIFICATION))
                .isEqualTo(new Ruling(new Policy.Notification(true), "org"));
        assertThat(policies.ofInstance(ADMIN, Kind.NOTIFICATION).policy()).isEqualTo(new Policy.Notification(false));
        policies.resetOfOrg(ADMIN, WriteSide.ORG, Kind.NOTIFICATION);
        policies.resetOfInstance(ADMIN, Kind.NOTIFICATION);
        assertThat(policies.ofOrg(ADMIN, WriteSide.ORG, Kind.NOTIFICATION)).isEqualTo(byDefault);
    }

    @Test
    void a_person_is_locked_after_as_many_failures_as_their_organisation_says() {
        String ada = side.newUser("ada");
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.Lockout(1));
        assertThat(side.signIn(ada, "wrong")).isInstanceOf(SignIn.AccountLocked.class);
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.Lockout(0));
        String bob = side.newUser("bob");
        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(side.signIn(bob, "wrong")).isInstanceOf(SignIn.WrongCredentials.class);
        }
    }

    @Test
    void where_passwords_are_not_allowed_even_the_right_one_lets_nobody_in() {
        String ada = side.newUser("ada");
        policies.setOfInstance(ADMIN, new Policy.Login(false, false, null));
        assertThat(side.signIn(ada, TestUsers.PASSWORD)).isInstanceOf(SignIn.WrongCredentials.class);
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.Login(true, false, null));
        assertThat(side.signIn(ada, TestUsers.PASSWORD)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void a_new_password_is_told_all_that_it_lacks() {
        var strict = new Policy.PasswordComplexity(12, true, true, true, true);
        var refusal = catchThrowableOfType(
                CommandRejected.class, () -> NewPassword.check("secret", strict, "password.password"));
        assertThat(refusal.field()).isEqualTo("password.password");
        assertThat(refusal.publicMessage()).contains("12 characters", "an upper-case", "a digit", "a symbol");
        assertThat(refusal.publicMessage()).doesNotContain("a lower-case").doesNotContain("secret");
        NewPassword.check("Correct-Horse-7", strict, "password");
        NewPassword.check("12345678", (Policy.PasswordComplexity) Policy.byDefault(Kind.PASSWORD_COMPLEXITY), "p");
    }

    @Test
    void nobody_is_created_with_a_password_that_the_policy_forbids() {
        policies.setOfInstance(ADMIN, new Policy.PasswordComplexity(8, true, false, false, false));
        assertThatThrownBy(() -> side.newUser("ada"))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("password.password"));
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.PasswordComplexity(8, false, true, false, false));
        assertThat(side.newUser("ada")).isNotEmpty();
    }

    @Test
    void a_changed_password_is_held_to_what_the_organisation_rules() {
        policies.setOfOrg(ADMIN, WriteSide.ORG, new Policy.PasswordComplexity(20, false, false, true, false));
        var ruled = new RuledPasswords().of(side.pipeline.aggregates(), WriteSide.INSTANCE, WriteSide.ORG);
        assertThat(ruled.minLength()).isEqualTo(20);
        assertThat(ruled.hasNumber()).isTrue();
        assertThat(ruled.hasSymbol()).isFalse();
    }

    @Test
    void an_unknown_organisation_rules_nothing() {
        assertThatThrownBy(() -> policies.ofOrg(ADMIN, "none", Kind.LOGIN)).isInstanceOf(CommandRejected.class);
        assertThatThrownBy(() -> policies.setOfOrg(ADMIN, "none", new Policy.Lockout(1)))
                .isInstanceOf(CommandRejected.class);
    }
}
