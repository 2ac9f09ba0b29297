package dev.vesper.projection.read.usergrants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserGrantEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.SearchUserGrantsRequest;
import dev.vesper.proto.admin.v1.UserGrant;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchUserGrantsQuery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UserGrantsTest {
    private final ReadSide readSide = new ReadSide();
    private final UserGrantReader grants = new UserGrantReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void grants_are_found_by_user_project_and_role() {
        given("u1", new UserGrantEvent.Added("g1", "p1", List.of("reader")));
        given("u2", new UserGrantEvent.Added("g2", "p1", List.of("writer")));
        given("u2", new UserGrantEvent.Added("g3", "p2", List.of("reader")));
        given("u2", new UserGrantEvent.Changed("g2", List.of("reader", "owner")));

        assertThat(found(search())).containsExactly("g1", "g2", "g3");
        assertThat(found(search().setUserId("u2"))).containsExactly("g2", "g3");
        assertThat(found(search().setProjectId("p1"))).containsExactly("g1", "g2");
        assertThat(found(search().setRoleKey("owner"))).containsExactly("g2");
        assertThat(found(search().setRoleKey("writer"))).isEmpty();
    }

    @Test
    void with_a_user_go_their_grants() {
        given("u1", new UserGrantEvent.Added("g1", "p1", List.of("reader")));
        given("u2", new UserGrantEvent.Added("g2", "p1", List.of("reader")));
        given("u1", new UserEvent.Removed());
        given("u2", new UserGrantEvent.Added("g3", "p2", List.of("reader")));
        given("u2", new UserGrantEvent.Removed("g2"));

        assertThat(found(search())).containsExactly("g3");
    }

    private void given(String userId, Event event) {
        readSide.history().add(userId, event);
        readSide.apply();
    }

    private static SearchUserGrantsRequest.Builder search() {
        return SearchUserGrantsRequest.newBuilder();
    }

    private List<String> found(SearchUserGrantsRequest.Builder request) {
        var context = QueryContext.newBuilder().setInstanceId(History.INSTANCE);
        var query = SearchUserGrantsQuery.newBuilder().setContext(context).setRequest(request);
        return grants.search(query.build()).getGrantsList().stream()
                .map(UserGrant::getGrantId)
                .toList();
    }
}
