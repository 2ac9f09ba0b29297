package dev.vesper.projection.read.projectroles;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.ProjectRole;
import dev.vesper.proto.admin.v1.SearchProjectRolesRequest;
import dev.vesper.proto.admin.v1.SearchProjectRolesResponse;
import dev.vesper.proto.internal.v1.SearchProjectRolesQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about the roles of a project. */
@Singleton
public final class ProjectRoleReader {
    private static final Sql SEARCH = Sql.of(ProjectRoleReader.class, "search_project_roles");
    private static final String VIEW = "project_roles";

    private final Queries queries;

    @Inject
    ProjectRoleReader(Queries queries) {
        this.queries = queries;
    }

    public SearchProjectRolesResponse search(SearchProjectRolesQuery query) {
        SearchProjectRolesRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getProjectId(),
                request.getContains(),
                request.getGroup());
        SearchProjectRolesResponse.Builder answer = SearchProjectRolesResponse.newBuilder();
        return answer.addAllRoles(Rows.page(rows, page, "role_key", ProjectRoleReader::role, answer::setNextPageToken))
                .build();
    }

    private static ProjectRole role(Row row) {
        return ProjectRole.newBuilder()
                .setProjectId(row.getString("project_id"))
                .setKey(row.getString("role_key"))
                .setDisplayName(row.getString("display_name"))
                .setGroup(Rows.text(row, "group_name"))
                .setDetails(Rows.details(row))
                .build();
    }
}
