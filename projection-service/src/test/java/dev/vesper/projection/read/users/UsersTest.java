package dev.vesper.projection.read.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.UserEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.admin.v1.UserState;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UsersTest {
    private final ReadSide readSide = new ReadSide();
    private final UserReader users = new UserReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_person_who_was_added_is_shown_with_opened_fields() {
        given("u1", person("Ada"));

        User user = get("u1");

        assertThat(user.getUserName()).isEqualTo("Ada");
        assertThat(user.getState()).isEqualTo(UserState.USER_STATE_ACTIVE);
        assertThat(user.getProfile().getDisplayName()).isEqualTo("Ada X");
        assertThat(user.getEmail().getEmail()).isEqualTo("Ada@example.org");
        assertThat(user.getEmail().getIsVerified()).isTrue();
        assertThat(user.getDetails().getSequence()).isEqualTo(1);
        assertThat(user.getDetails().getResourceOwner()).isEqualTo(History.OWNER);
    }

    @Test
    void locking_and_deactivating_change_the_state_and_their_opposites_change_it_back() {
        given("u1", person("Ada"), new UserEvent.Locked());
        assertThat(get("u1").getState()).isEqualTo(UserState.USER_STATE_LOCKED);
        given("u1", new UserEvent.Unlocked());
        assertThat(get("u1").getState()).isEqualTo(UserState.USER_STATE_ACTIVE);
        given("u1", new UserEvent.Deactivated());
        assertThat(get("u1").getState()).isEqualTo(UserState.USER_STATE_INACTIVE);
        given("u1", new UserEvent.Reactivated());
        assertThat(get("u1").getState()).isEqualTo(UserState.USER_STATE_ACTIVE);
        assertThat(get("u1").getDetails().getSequence()).isEqualTo(5);
    }

    @Test
    void of_a_removed_person_nothing_but_the_tombstone_stays() {
        given("u1", person("Ada"), new UserEvent.Removed());

        assertThatThrownBy(() -> get("u1")).hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> byLoginName("ada")).hasMessageContaining("NOT_FOUND");
        assertThat(readSide.views().rows("projections.users2"))
                .singleElement()
                .asString()
                .doesNotContain("Ada");
    }

    @Test
    void a_person_whose_key_is_destroyed_is_shown_without_what_was_sealed() {
        readSide.history().add("u1", person("Ada"));
        readSide.people().forget("u1");
        readSide.apply();

        assertThat(get("u1").getUserName()).isEmpty();
        assertThat(get("u1").getLoginNamesList()).isEmpty();
    }

    @Test
    void a_login_name_finds_its_person_whatever_its_case() {
        given("u1", person("Ada"));
        given("u2", person("Bob"));

        assertThat(byLoginName("aDA").getUserId()).isEqualTo("u1");
    }

    @Test
    void a_search_filters_by_name_mail_and_state() {
        given("u1", person("Ada"));
        given("u2", person("Bob"), new UserEvent.Locked());

        assertThat(ids(search(SearchUsersRequest.newBuilder().setUserName("BOB"))))
                .containsExactly("u2");
        assertThat(ids(search(SearchUsersRequest.newBuilder().setEmail("ada@EXAMPLE.org"))))
                .containsExactly("u1");
        assertThat(ids(search(SearchUsersRequest.newBuilder().setState(UserState.USER_STATE_LOCKED))))
                .containsExactly("u2");
    }

    @Test
    void pages_hold_every_person_once_while_people_come_and_go() {
        for (int i = 0; i < 7; i++) {
            given("u" + i, person("p" + i));
        }
        SearchUsersResponse first = search(SearchUsersRequest.newBuilder().setPageSize(3));
        given("u1", new UserEvent.Removed());
        given("u8", person("p8"));

        List<String> all = new ArrayList<>(ids(first));
        String token = first.getNextPageToken();
        while (!token.isEmpty()) {
            SearchUsersResponse next =
                    search(SearchUsersRequest.newBuilder().setPageSize(3).setPageToken(token));
            all.addAll(ids(next));
            token = next.getNextPageToken();
        }

        assertThat(all).containsExactly("u0", "u1", "u2", "u3", "u4", "u5", "u6", "u8");
    }

    @Test
    void bad_pages_are_refused_by_the_name_of_their_field() {
        assertThatThrownBy(() -> search(SearchUsersRequest.newBuilder().setPageSize(1001)))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("pageSize");
        assertThatThrownBy(() -> search(SearchUsersRequest.newBuilder().setPageSize(-1)))
                .hasMessageContaining("pageSize");
        for (String token : List.of("x", "MTIz", "OTk5OTk5OTk5OTk5OTk5OTk5OjE", "LTE6eA==extra")) {
            assertThatThrownBy(() -> search(SearchUsersRequest.newBuilder().setPageToken(token)))
                    .as(token)
                    .hasMessageContaining("pageToken");
        }
    }

    private static UserEvent person(String name) {
        return new UserEvent.HumanAdded(
                name, name, "X", name + " X", "en", name + "@example.org", true, null, "hash", false);
    }

    private void given(String userId, UserEvent... events) {
        for (UserEvent event : events) {
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

    private User byLoginName(String loginName) {
        return users.getByLoginName(GetUserByLoginNameQuery.newBuilder()
                .setContext(context())
                .setLoginName(loginName)
                .build());
    }

    private SearchUsersResponse search(SearchUsersRequest.Builder request) {
        return users.search(SearchUsersQuery.newBuilder()
                .setContext(context())
                .setRequest(request)
                .build());
    }

    private static List<String> ids(SearchUsersResponse answer) {
        return answer.getUsersList().stream().map(User::getUserId).toList();
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
