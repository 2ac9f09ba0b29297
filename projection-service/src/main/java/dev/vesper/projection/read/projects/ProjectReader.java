package dev.vesper.projection.read.projects;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.Project;
import dev.vesper.proto.admin.v1.ProjectState;
import dev.vesper.proto.admin.v1.SearchProjectsRequest;
import dev.vesper.proto.admin.v1.SearchProjectsResponse;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.SearchProjectsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about projects. */
@Singleton
public final class ProjectReader {
    private static final Sql GET = Sql.of(ProjectReader.class, "get_project");
    private static final Sql SEARCH = Sql.of(ProjectReader.class, "search_projects");
    private static final String VIEW = "projects";

    private final Queries queries;

    @Inject
    ProjectReader(Queries queries) {
        this.queries = queries;
    }

    public Project get(GetProjectQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getProjectId())
                .map(ProjectReader::project)
                .orElseThrow(() -> Refusals.notFound("PROJECT_NOT_FOUND", "no such project"));
    }

    public SearchProjectsResponse search(SearchProjectsQuery query) {
        SearchProjectsRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getName(),
                request.getNameContains(),
                request.getProjectIdsList(),
                state(request.getState()),
                request.getOrgId(),
                query.getContext().getResourceOwnersList(),
                query.getContext().getProjectIdsList());
        SearchProjectsResponse.Builder answer = SearchProjectsResponse.newBuilder();
        return answer.addAllProjects(
                        Rows.page(rows, page, "project_id", ProjectReader::project, answer::setNextPageToken))
                .build();
    }

    private static String state(ProjectState asked) {
        return switch (asked) {
            case PROJECT_STATE_ACTIVE -> "active";
            case PROJECT_STATE_INACTIVE -> "inactive";
            case PROJECT_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static Project project(Row row) {
        boolean active = row.getString("state").equals("active");
        return Project.newBuilder()
                .setProjectId(row.getString("project_id"))
                .setName(row.getString("name"))
                .setState(active ? ProjectState.PROJECT_STATE_ACTIVE : ProjectState.PROJECT_STATE_INACTIVE)
                .setDetails(Rows.details(row))
                .build();
    }
}
