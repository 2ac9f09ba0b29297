package dev.vesper.projection.read.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserFactorEvent;
import dev.vesper.events.UserMachineEvent;
import dev.vesper.events.UserMetadataEvent;
import dev.vesper.events.UserPhoneEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.TextMethod;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserType;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes of people and machines, and how they are found. */
final class UserDetailsTest {
    private final ReadSide readSide = new ReadSide();
    private final UserReader users = new UserReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void names_and_addresses_change_and_a_new_address_is_not_verified() {
        given(
                "u1",
                person("ada", "Ada"),
                new UserEvent.UserNameChanged("lady"),
                new UserEvent.ProfileChanged("Grace", "Hopper", "Grace H", "de"),
                new UserEmailEvent.Changed("grace@example.org"),
                new UserPhoneEvent.Changed("+41791234567"));
        User changed = get("u1");
        assertThat(changed.getUserName()).isEqualTo("lady");
        assertThat(changed.getProfile().getDisplayName()).isEqualTo("Grace H");
        assertThat(changed.getEmail().getEmail()).isEqualTo("grace@example.org");
        assertThat(changed.getEmail().getIsVerified()).isFalse();
        assertThat(changed.getPhone().getIsVerified()).isFalse();
        given("u1", new UserEmailEvent.Verified(), new UserPhoneEvent.Verified());
        assertThat(get("u1").getEmail().getIsVerified()).isTrue();
        assertThat(get("u1").getPhone().getIsVerified()).isTrue();
        given("u1", new UserPhoneEvent.Removed());
        assertThat(get("u1").hasPhone()).isFalse();
        assertThat(get("u1").getDetails().getSequence()).isEqualTo(8);
    }

    @Test
    void a_code_moves_the_sequence_on_and_shows_nothing() {
        given(
                "u1",
                person("ada", "Ada"),
                new UserEmailEvent.CodeAdded("c1", "QX7K2P", Instant.EPOCH, false, null, null));
        assertThat(get("u1").getDetails().getSequence()).isEqualTo(2);
        assertThat(readSide.views().rows("projections.users2").toString()).doesNotContain("QX7K2P");
    }

    @Test
    void what_a_user_can_prove_themselves_with_is_shown() {
        given(
                "u1",
                person("ada", "Ada"),
                new UserEvent.PasswordChanged("hash", true),
                new UserFactorEvent.TotpAdded("f1", "ABC"),
                new UserFactorEvent.OtpEmailAdded());
        assertThat(get("u1").getCredentials().getHasPassword()).isTrue();
        assertThat(get("u1").getCredentials().getPasswordChangeRequired()).isTrue();
        assertThat(get("u1").getCredentials().getHasTotp()).isFalse();
        assertThat(get("u1").getCredentials().getHasOtpEmail()).isTrue();
        given("u1", new UserFactorEvent.TotpVerified(), new UserFactorEvent.OtpEmailRemoved());
        assertThat(get("u1").getCredentials().getHasTotp()).isTrue();
        assertThat(get("u1").getCredentials().getHasOtpEmail()).isFalse();
    }

    @Test
    void a_machine_is_shown_as_one() {
        given(
                "m1",
                machine(),
                new UserEvent.MachineChanged("R2", "a robot", "ACCESS_TOKEN_TYPE_JWT"),
                new UserMachineEvent.SecretSet("hash"));
        User machine = get("m1");
        assertThat(machine.getType()).isEqualTo(UserType.USER_TYPE_MACHINE);
        assertThat(machine.hasProfile()).isFalse();
        assertThat(machine.getMachine().getName()).isEqualTo("R2");
        assertThat(machine.getMachine().getAccessTokenType()).isEqualTo(AccessTokenType.ACCESS_TOKEN_TYPE_JWT);
        assertThat(machine.getCredentials().getHasSecret()).isTrue();
    }

    @Test
    void texts_are_compared_as_the_search_says_and_taken_literally() {
        given("u1", person("ada", "Ada Lovelace"));
        given("u2", person("adam", "Adam_Smith"));
        given("m1", machine());

        assertThat(found(search().setUserName("ADA"))).containsExactly("u1");
        assertThat(found(search().setUserName("ad").setTextMethod(TextMethod.TEXT_METHOD_STARTS_WITH)))
                .containsExactly("u1", "u2");
        assertThat(found(search().setDisplayName("lace").setTextMethod(TextMethod.TEXT_METHOD_CONTAINS)))
                .containsExactly("u1");
        assertThat(found(search().setDisplayName("m_s").setTextMethod(TextMethod.TEXT_METHOD_CONTAINS)))
                .containsExactly("u2");
        assertThat(found(search().setDisplayName("%").setTextMethod(TextMethod.TEXT_METHOD_CONTAINS)))
                .isEmpty();
        assertThat(found(search().setLoginName("adam"))).containsExactly("u2");
        assertThat(found(search().setType(UserType.USER_TYPE_MACHINE))).containsExactly("m1");
        assertThat(found(search().addUserIds("u2").addUserIds("m1"))).containsExactly("u2", "m1");
        assertThat(found(search().setOrgId("another"))).isEmpty();
        assertThat(found(search().setOrgId(History.OWNER))).hasSize(3);
    }

    @Test
    void a_caller_who_may_see_one_organisation_finds_nobody_of_another() {
        given("u1", person("ada", "Ada"));
        var other = QueryContext.newBuilder().setInstanceId(History.INSTANCE).addResourceOwners("another");
        assertThat(users.search(SearchUsersQuery.newBuilder().setContext(other).build())
                        .getUsersList())
                .isEmpty();
    }

    @Test
    void of_a_removed_user_nothing_personal_stays_in_any_view() {
        given(
                "u1",
                person("ada", "Ada"),
                new UserEmailEvent.Changed("secret@example.org"),
                new UserMetadataEvent.Set("color", "Ymx1ZQ=="),
                new UserEvent.PatAdded("t1", "hash", List.of(), null),
                new UserMachineEvent.KeyAdded("k1", "PEM", null),
                new UserEvent.Removed());
        for (String table : List.of("users2", "user_metadata1", "pats1", "machine_keys1")) {
            assertThat(readSide.views().rows("projections." + table).toString())
                    .as(table)
                    .doesNotContain("ada", "Ada", "secret@", "Ymx1ZQ", "t1", "k1");
        }
    }

    private static UserEvent person(String userName, String displayName) {
        return new UserEvent.HumanAdded(
                userName, "G", "F", displayName, "en", userName + "@example.org", true, null, null, false);
    }

    private static UserEvent machine() {
        return new UserEvent.MachineAdded("robot", "Robot", null, "ACCESS_TOKEN_TYPE_BEARER");
    }

    private void given(String userId, Event... events) {
        for (Event event : events) {
            readSide.history().add(userId, event);
        }
        readSide.apply();
    }

    private User get(String userId) {
        return users.get(GetUserQuery.newBuilder()
                .setContext(context())
                .setUserId(userId)
                .build());
    }

    private static SearchUsersRequest.Builder search() {
        return SearchUsersRequest.newBuilder();
    }

    private List<String> found(SearchUsersRequest.Builder request) {
        var query = SearchUsersQuery.newBuilder().setContext(context()).setRequest(request);
        return users.search(query.build()).getUsersList().stream()
                .map(User::getUserId)
                .toList();
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
