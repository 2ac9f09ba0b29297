package dev.vesper.projection.read.projectroles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.ProjectEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.ProjectRole;
import dev.vesper.proto.admin.v1.SearchProjectRolesRequest;
import dev.vesper.proto.admin.v1.SearchProjectRolesResponse;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchProjectRolesQuery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProjectRolesTest {
    private final ReadSide readSide = new ReadSide();
    private final ProjectRoleReader roles = new ProjectRoleReader(readSide.queries());

    @BeforeEach
    void givenTwoRoles() {
        given(
                new ProjectEvent.Added("Project"),
                new ProjectEvent.RoleAdded("reader", "Reads", null),
                new ProjectEvent.RoleAdded("admin", "Administrator", "Staff"));
    }

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void roles_come_page_by_page_in_the_order_in_which_they_were_added() {
        var first = search(SearchProjectRolesRequest.newBuilder().setPageSize(1));
        var second =
                search(SearchProjectRolesRequest.newBuilder().setPageSize(1).setPageToken(first.getNextPageToken()));

        assertThat(keys(first)).containsExactly("reader");
        assertThat(keys(second)).containsExactly("admin");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void a_search_filters_by_group_and_a_part_of_what_is_shown() {
        assertThat(keys(search(SearchProjectRolesRequest.newBuilder().setGroup("Staff"))))
                .containsExactly("admin");
        assertThat(keys(search(SearchProjectRolesRequest.newBuilder().setContains("READ"))))
                .containsExactly("reader");
        assertThat(keys(search(SearchProjectRolesRequest.newBuilder().setContains("strator"))))
                .containsExactly("admin");
    }

    @Test
    void a_role_follows_its_events_and_goes_with_its_project() {
        given(new ProjectEvent.RoleChanged("reader", "Looks", "Guests"), new ProjectEvent.RoleRemoved("admin"));

        var left = search(SearchProjectRolesRequest.newBuilder()).getRolesList();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().getDisplayName()).isEqualTo("Looks");
        assertThat(left.getFirst().getGroup()).isEqualTo("Guests");
        assertThat(left.getFirst().getDetails().getSequence()).isEqualTo(4);
        given(new ProjectEvent.Removed());
        assertThat(search(SearchProjectRolesRequest.newBuilder()).getRolesList())
                .isEmpty();
    }

    private void given(ProjectEvent... events) {
        for (ProjectEvent event : events) {
            readSide.history().add("p1", event);
        }
        readSide.apply();
    }

    private SearchProjectRolesResponse search(SearchProjectRolesRequest.Builder request) {
        var context = QueryContext.newBuilder().setInstanceId(History.INSTANCE);
        return roles.search(SearchProjectRolesQuery.newBuilder()
                .setContext(context)
                .setRequest(request.setProjectId("p1"))
                .build());
    }

    private static List<String> keys(SearchProjectRolesResponse answer) {
        return answer.getRolesList().stream().map(ProjectRole::getKey).toList();
    }
}
