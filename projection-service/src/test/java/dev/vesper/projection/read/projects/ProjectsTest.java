package dev.vesper.projection.read.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.ProjectEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.Project;
import dev.vesper.proto.admin.v1.ProjectState;
import dev.vesper.proto.admin.v1.SearchProjectsRequest;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchProjectsQuery;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProjectsTest {
    private final ReadSide readSide = new ReadSide();
    private final ProjectReader projects = new ProjectReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_project_follows_its_events() {
        given("p1", new ProjectEvent.Added("one"), new ProjectEvent.Changed("uno"), new ProjectEvent.Deactivated());

        assertThat(get("p1").getName()).isEqualTo("uno");
        assertThat(get("p1").getState()).isEqualTo(ProjectState.PROJECT_STATE_INACTIVE);
        assertThat(get("p1").getDetails().getSequence()).isEqualTo(3);
        given("p1", new ProjectEvent.Reactivated());
        assertThat(get("p1").getState()).isEqualTo(ProjectState.PROJECT_STATE_ACTIVE);
    }

    @Test
    void a_removed_project_is_found_no_more() {
        given("p1", new ProjectEvent.Added("one"), new ProjectEvent.Removed());

        assertThatThrownBy(() -> get("p1")).hasMessageContaining("NOT_FOUND");
        assertThat(search("")).isEmpty();
    }

    @Test
    void a_search_filters_by_name_and_sees_no_other_instance() {
        given("p1", new ProjectEvent.Added("one"));
        given("p2", new ProjectEvent.Added("two"));
        readSide.history().add("i2", "p3", new ProjectEvent.Added("two"));
        readSide.apply();

        assertThat(search("")).containsExactly("p1", "p2");
        assertThat(search("two")).containsExactly("p2");
        assertThatThrownBy(() -> get("p3")).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void a_search_filters_by_state_owner_ids_and_a_part_of_the_name() {
        given("p1", new ProjectEvent.Added("Shop one"));
        given("p2", new ProjectEvent.Added("shop two"), new ProjectEvent.Deactivated());

        assertThat(search(SearchProjectsRequest.newBuilder().setNameContains("SHOP")))
                .containsExactly("p1", "p2");
        assertThat(search(SearchProjectsRequest.newBuilder().setNameContains("_")))
                .isEmpty();
        assertThat(search(SearchProjectsRequest.newBuilder().setState(ProjectState.PROJECT_STATE_ACTIVE)))
                .containsExactly("p1");
        assertThat(search(SearchProjectsRequest.newBuilder().addProjectIds("p2")))
                .containsExactly("p2");
        assertThat(search(SearchProjectsRequest.newBuilder().setOrgId("other"))).isEmpty();
        assertThat(search(SearchProjectsRequest.newBuilder().setOrgId(History.OWNER)))
                .hasSize(2);
    }

    private void given(String projectId, ProjectEvent... events) {
        for (ProjectEvent event : events) {
            readSide.history().add(projectId, event);
        }
        readSide.apply();
    }

    private Project get(String projectId) {
        return projects.get(GetProjectQuery.newBuilder()
                .setContext(context())
                .setProjectId(projectId)
                .build());
    }

    private List<String> search(String name) {
        return search(SearchProjectsRequest.newBuilder().setName(name));
    }

    private List<String> search(SearchProjectsRequest.Builder request) {
        SearchProjectsQuery query = SearchProjectsQuery.newBuilder()
                .setContext(context())
                .setRequest(request)
                .build();
        return projects.search(query).getProjectsList().stream()
                .map(Project::getProjectId)
                .toList();
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
