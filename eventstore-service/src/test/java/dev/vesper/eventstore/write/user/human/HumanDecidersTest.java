package dev.vesper.eventstore.write.user.human;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import dev.vesper.eventstore.write.user.human.ProfileDecider.ChangeProfile;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HumanDecidersTest {
    private static final NewCode CODE = new NewCode("c1", "ABC", Instant.EPOCH, true, null);
    private static final Event ADA = new UserEvent.HumanAdded(
            "ada", "Ada", "Lovelace", "Ada Lovelace", "en", "ada@example.com", false, "+4112345", null, false);
    private static final Event ROBOT = new UserEvent.MachineAdded("robot", "Robot", null, "ACCESS_TOKEN_TYPE_BEARER");

    private static final DeciderSpec<EmailCommand, HumanState, Event> EMAIL = new DeciderSpec<>(
            HumanDecider.initialState(),
            (command, state) -> List.copyOf(EmailDecider.decide(command, state)),
            HumanDecider::evolve);
    private static final DeciderSpec<PhoneCommand, HumanState, Event> PHONE = new DeciderSpec<>(
            HumanDecider.initialState(),
            (command, state) -> List.copyOf(PhoneDecider.decide(command, state)),
            HumanDecider::evolve);
    private static final DeciderSpec<ChangeProfile, HumanState, Event> PROFILE = new DeciderSpec<>(
            HumanDecider.initialState(),
            (command, state) -> List.copyOf(ProfileDecider.decide(command, state)),
            HumanDecider::evolve);

    @Test
    void a_new_address_comes_with_its_code_or_as_verified() {
        EMAIL.given(ADA)
                .when(new EmailCommand.Set("b@example.com", CODE))
                .then(
                        new UserEmailEvent.Changed("b@example.com"),
                        new UserEmailEvent.CodeAdded("c1", "ABC", Instant.EPOCH, true, null, null));
        EMAIL.given(ADA)
                .when(new EmailCommand.Set("b@example.com", null))
                .then(new UserEmailEvent.Changed("b@example.com"), new UserEmailEvent.Verified());
    }

    @Test
    void the_same_verified_address_is_no_news() {
        EMAIL.given(ADA, new UserEmailEvent.Verified())
                .when(new EmailCommand.Set("ada@example.com", CODE))
                .nothing();
        EMAIL.given(ADA).when(new EmailCommand.Set("ada@example.com", null)).then(new UserEmailEvent.Verified());
        EMAIL.given(ADA, new UserEmailEvent.Verified())
                .when(new EmailCommand.Resend(CODE))
                .rejected(Kind.FAILED_PRECONDITION, "EMAIL_VERIFIED");
    }

    @Test
    void a_phone_that_is_removed_takes_its_code_with_it() {
        var removed = PHONE.given(ADA).and(new PhoneCommand.Resend(CODE)).and(new PhoneCommand.Remove());
        assertThat(removed.state().codes()).isEmpty();
        removed.when(new PhoneCommand.Remove()).nothing();
        removed.when(new PhoneCommand.Resend(CODE)).rejected(Kind.FAILED_PRECONDITION, "PHONE_NOT_FOUND");
        PHONE.given(ADA).when(new PhoneCommand.Remove()).then(new UserPhoneEvent.Removed());
        PHONE.given(ADA).when(new PhoneCommand.Set("079 123", CODE)).invalid("phone");
    }

    @Test
    void machines_have_neither_profile_nor_address() {
        EMAIL.given(ROBOT)
                .when(new EmailCommand.Set("b@example.com", CODE))
                .rejected(Kind.FAILED_PRECONDITION, "USER_NOT_HUMAN");
        PROFILE.given(ROBOT)
                .when(new ChangeProfile(Profile.NONE, Set.of()))
                .rejected(Kind.FAILED_PRECONDITION, "USER_NOT_HUMAN");
    }

    @Test
    void a_profile_changes_in_the_named_fields_alone() {
        var grace = new Profile("Grace", "Hopper", "", "de");
        PROFILE.given(ADA)
                .when(new ChangeProfile(grace, Set.of("given_name")))
                .then(new UserEvent.ProfileChanged("Grace", "Lovelace", "Ada Lovelace", "en"));
        PROFILE.given(ADA)
                .when(new ChangeProfile(grace, Set.of("given_name", "family_name", "display_name")))
                .then(new UserEvent.ProfileChanged("Grace", "Hopper", "Grace Hopper", "en"));
        PROFILE.given(ADA).when(new ChangeProfile(grace, Set.of())).nothing();
        PROFILE.given(ADA)
                .when(new ChangeProfile(new Profile("", null, null, null), Set.of("given_name")))
                .invalid("profile.givenName");
        PROFILE.given(ADA)
                .when(new ChangeProfile(new Profile(null, null, null, "no language!"), Set.of("preferred_language")))
                .invalid("profile.preferredLanguage");
    }
}
