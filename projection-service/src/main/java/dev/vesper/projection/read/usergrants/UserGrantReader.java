package dev.vesper.projection.read.usergrants;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.SearchUserGrantsResponse;
import dev.vesper.proto.admin.v1.UserGrant;
import dev.vesper.proto.internal.v1.SearchUserGrantsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@Singleton
public final class UserGrantReader {
    private static final Sql SEARCH = Sql.of(UserGrantReader.class, "search_grants");

    private final Queries queries;

    @Inject
    UserGrantReader(Queries queries) {
        this.queries = queries;
    }

    public SearchUserGrantsResponse search(SearchUserGrantsQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), "user_grants");
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getUserId(),
                request.getProjectId(),
                request.getRoleKey(),
                request.getOrgId(),
                query.getContext().getResourceOwnersList(),
                query.getContext().getProjectIdsList(),
                query.getContext().getOwnUserId());
        SearchUserGrantsResponse.Builder answer = SearchUserGrantsResponse.newBuilder();
        return answer.addAllGrants(Rows.page(rows, page, "grant_id", UserGrantReader::grant, answer::setNextPageToken))
                .build();
    }

    private static UserGrant grant(Row row) {
        return UserGrant.newBuilder()
                .setGrantId(row.getString("grant_id"))
                .setUserId(row.getString("user_id"))
                .setProjectId(row.getString("project_id"))
                .addAllRoleKeys(Rows.texts(row, "role_keys"))
                .setDetails(Rows.details(row))
                .build();
    }
}
