package dev.vesper.eventstore.write.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UserDeciderTest {
    private static final DeciderSpec<UserCommand, UserState, UserEvent> USER =
            new DeciderSpec<>(UserDecider.initialState(), UserDecider::decide, UserDecider::evolve);
    private static final CreateHuman ADA = human("ada", "ada@example.com", null, null);
    private static final UserEvent ADDED = new UserEvent.HumanAdded(
            "ada", "Ada", "Lovelace", "Ada Lovelace", null, "ada@example.com", true, null, "hash", false);

    @Test
    void a_person_is_added_with_a_display_name_made_of_both_names() {
        USER.given().when(new UserCommand.AddHuman(ADA, "hash")).then(ADDED);
    }

    @Test
    void bad_data_is_refused_by_the_name_of_its_field() {
        add(human(" ", "ada@example.com", null, null)).invalid("userName");
        add(human("a da", "ada@example.com", null, null)).invalid("userName");
        add(human("ada", "ada", null, null)).invalid("email.email");
        add(human("ada", "", null, null)).invalid("email.email");
        add(human("ada", "ada@example.com", "not_a_language!", null)).invalid("profile.preferredLanguage");
        add(human("ada", "ada@example.com", null, "12")).invalid("phone.phone");
        add(new CreateHuman("ada", "", "Lovelace", null, null, "a@b.c", false, null, null, false))
                .invalid("profile.givenName");
        add(new CreateHuman("ada", "Ada", " ", null, null, "a@b.c", false, null, null, false))
                .invalid("profile.familyName");
        add(new CreateHuman("ada", "Ada", "L", null, null, "a@b.c", false, null, "x".repeat(300), false))
                .invalid("password.password");
    }

    @Test
    void locking_and_deactivating_are_apart_and_repeating_either_changes_nothing() {
        USER.given(ADDED).when(new UserCommand.Lock()).then(new UserEvent.Locked());
        USER.given(ADDED, new UserEvent.Locked()).when(new UserCommand.Lock()).nothing();
        USER.given(ADDED, new UserEvent.Locked())
                .when(new UserCommand.Deactivate())
                .then(new UserEvent.Deactivated());
        USER.given(ADDED, new UserEvent.Deactivated())
                .when(new UserCommand.Deactivate())
                .nothing();
        USER.given(ADDED, new UserEvent.Deactivated())
                .when(new UserCommand.Reactivate())
                .then(new UserEvent.Reactivated());
        USER.given(ADDED).when(new UserCommand.Reactivate()).nothing();
        USER.given(ADDED).when(new UserCommand.Unlock()).nothing();
        assertThat(USER.given(ADDED, new UserEvent.Locked(), new UserEvent.Unlocked())
                        .state()
                        .mayAct())
                .isTrue();
        assertThat(USER.given(ADDED, new UserEvent.Locked(), new UserEvent.Reactivated())
                        .state()
                        .mayAct())
                .isFalse();
    }

    @Test
    void a_removed_user_is_gone_for_every_command_and_holds_no_data() {
        var removed = USER.given(ADDED).and(new UserCommand.Remove());
        removed.when(new UserCommand.Remove()).rejected(Kind.NOT_FOUND, "USER_NOT_FOUND");
        removed.when(new UserCommand.EndSessions("admin")).rejected(Kind.NOT_FOUND, "USER_NOT_FOUND");
        assertThat(removed.state().userName()).isNull();
        assertThat(removed.state().hashedPassword()).isNull();
    }

    @Test
    void ending_all_sessions_is_an_event_each_time() {
        USER.given(ADDED, new UserEvent.SessionsEnded("admin"))
                .when(new UserCommand.EndSessions("admin"))
                .then(new UserEvent.SessionsEnded("admin"));
    }

    @Test
    void an_access_token_is_added_and_removed_once() {
        var add = new UserCommand.AddPat("t1", "hash", List.of(), null);
        USER.given(ADDED).when(add).then(new UserEvent.PatAdded("t1", "hash", List.of(), null));
        USER.given(ADDED).and(add).when(add).nothing();
        USER.given(ADDED).and(add).when(new UserCommand.RemovePat("t1")).then(new UserEvent.PatRemoved("t1"));
        USER.given(ADDED).when(new UserCommand.RemovePat("t1")).nothing();
    }

    private static DeciderSpec<UserCommand, UserState, UserEvent>.Then add(CreateHuman human) {
        return USER.given().when(new UserCommand.AddHuman(human, null));
    }

    private static CreateHuman human(String userName, String email, @Nullable String language, @Nullable String phone) {
        return new CreateHuman(userName, "Ada", "Lovelace", null, language, email, true, phone, "secret", false);
    }
}
