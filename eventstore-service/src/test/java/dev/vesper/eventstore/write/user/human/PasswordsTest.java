package dev.vesper.eventstore.write.user.human;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserCodeEvent;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.session.SessionScope;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.user.CreateHuman;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.human.PasswordCommands.NewPassword;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private static final NewPassword NEW = new NewPassword("a new battery staple", false);
    private static final Delivery RETURN = new Delivery.Return();

    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final TestPeople people = new TestPeople(side);
    private final PasswordCommands passwords = people.passwords;
    private final String userId = side.newUser("ada");

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_new_password_ends_the_sessions_that_were_begun_with_the_old_one() {
        String sessionId = side.signIn(userId);
        passwords.set(ADMIN, userId, NEW);
        assertThat(log.events())
                .extracting(RecordedEvent::type)
                .endsWith("user.human.password.changed", "user.sessions.ended");
        assertThat(SessionScope.load(side.pipeline.aggregates(), WriteSide.INSTANCE, sessionId)
                        .orElseThrow()
                        .endReason())
                .contains("password_changed");
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.signIn(userId, NEW.password())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void whoever_guesses_at_the_current_password_locks_the_user_as_at_sign_in() {
        rejected("PASSWORD_WRONG", () -> passwords.setWithCurrent(ADMIN, userId, NEW, "wrong"));
        assertThat(side.signIn(userId, "wrong")).isInstanceOf(SignIn.WrongCredentials.class);
        rejected("PASSWORD_WRONG", () -> passwords.setWithCurrent(ADMIN, userId, NEW, "wrong"));
        rejected("USER_LOCKED", () -> passwords.setWithCurrent(ADMIN, userId, NEW, TestUsers.PASSWORD));
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isInstanceOf(SignIn.AccountLocked.class);
    }

    @Test
    void the_right_current_password_lets_a_new_one_in_and_forgets_the_wrong_ones() {
        rejected("PASSWORD_WRONG", () -> passwords.setWithCurrent(ADMIN, userId, NEW, "wrong"));
        passwords.setWithCurrent(ADMIN, userId, NEW, TestUsers.PASSWORD);
        assertThat(log.events()).extracting(RecordedEvent::type).contains("user.human.password.check.reset");
        assertThat(side.signIn(userId, NEW.password())).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void a_code_sets_one_password_once() {
        String code = passwords.requestCode(ADMIN, userId, false, RETURN).code();
        rejected("CODE_WRONG", () -> passwords.setWithCode(ADMIN, userId, NEW, "no"));
        passwords.setWithCode(ADMIN, userId, NEW, code);
        assertThat(side.signIn(userId, NEW.password())).isInstanceOf(SignIn.SignedIn.class);
        rejected("CODE_NOT_FOUND", () -> passwords.setWithCode(ADMIN, userId, NEW, code));
    }

    @Test
    void a_code_by_message_to_the_phone_needs_a_verified_number() {
        rejected("PHONE_NOT_VERIFIED", () -> passwords.requestCode(ADMIN, userId, true, new Delivery.Send(null)));
        people.contacts.setPhone(ADMIN, userId, "+41791234567", new Delivery.Verified());
        passwords.requestCode(ADMIN, userId, true, new Delivery.Send(null));
        var added = (UserCodeEvent.PasswordCodeAdded)
                side.journal.decode(log.events().getLast());
        assertThat(added.notificationType()).isEqualTo("sms");
    }

    @Test
    void a_weak_password_is_refused_before_anything_is_written() {
        int before = log.events().size();
        rejected("PASSWORD_TOO_WEAK", () -> passwords.set(ADMIN, userId, new NewPassword("short", false)));
        rejected("INVALID_USER", () -> passwords.set(ADMIN, userId, new NewPassword("", false)));
        rejected("USER_NOT_FOUND", () -> passwords.set(ADMIN, "nobody", NEW));
        assertThat(log.events()).hasSize(before);
        var strict = new PasswordPolicies.Policy(4, true, true, true, true, true);
        strict.check("aB1!", "newPassword");
        rejected("PASSWORD_TOO_WEAK", () -> strict.check("aB1x", "newPassword"));
        rejected("PASSWORD_TOO_WEAK", () -> strict.check("ab1!", "newPassword"));
        rejected("PASSWORD_TOO_WEAK", () -> strict.check("AB1!", "newPassword"));
        rejected("PASSWORD_TOO_WEAK", () -> strict.check("aBc!", "newPassword"));
    }

    @Test
    void a_person_without_a_password_begins_with_a_code_that_verifies_their_address() {
        String beginner = beginner();
        rejected("CODE_NOT_FOUND", () -> passwords.initialize(ADMIN, beginner, true, RETURN));
        passwords.initialize(ADMIN, beginner, false, RETURN);
        String code = passwords.initialize(ADMIN, beginner, true, RETURN).code();
        passwords.endInitialization(ADMIN, beginner, code, NEW.password());
        assertThat(log.events())
                .extracting(RecordedEvent::type)
                .endsWith(
                        "user.human.initialization.check.succeeded",
                        "user.human.email.verified",
                        "user.human.password.changed",
                        "user.sessions.ended");
        assertThat(side.signIn(beginner, NEW.password())).isInstanceOf(SignIn.SignedIn.class);
        rejected("USER_INITIALIZED", () -> passwords.initialize(ADMIN, beginner, false, RETURN));
    }

    @Test
    void an_invitation_says_what_it_is_to() {
        String beginner = beginner();
        String code =
                passwords.invite(ADMIN, beginner, false, "The shop", RETURN).code();
        var added =
                (UserCodeEvent.InviteCodeAdded) side.journal.decode(log.events().getLast());
        assertThat(added.applicationName()).isEqualTo("The shop");
        passwords.endInvitation(ADMIN, beginner, code);
        rejected("CODE_NOT_FOUND", () -> passwords.endInvitation(ADMIN, beginner, code));
        rejected("USER_INITIALIZED", () -> passwords.invite(ADMIN, userId, false, null, RETURN));
    }

    private String beginner() {
        var human = new CreateHuman("bob", "Bob", "B", null, null, "bob@example.com", false, null, null, false);
        return side.users.createHuman(ADMIN, human).userId();
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
