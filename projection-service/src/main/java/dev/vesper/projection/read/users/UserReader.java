package dev.vesper.projection.read.users;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import io.grpc.StatusRuntimeException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about people. A login name is the user name, whatever its case. */
@Singleton
public final class UserReader {
    private static final Sql GET = Sql.of(UserReader.class, "get_user");
    private static final Sql GET_BY_LOGIN_NAME = Sql.of(UserReader.class, "get_user_by_login_name");
    private static final Sql SEARCH = Sql.of(UserReader.class, "search_users");
    private static final String VIEW = "users";

    private final Queries queries;

    @Inject
    UserReader(Queries queries) {
        this.queries = queries;
    }

    public User get(GetUserQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getUserId())
                .map(UserMessages::user)
                .orElseThrow(UserReader::notFound);
    }

    public User getByLoginName(GetUserByLoginNameQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET_BY_LOGIN_NAME, instance, query.getLoginName())
                .map(UserMessages::user)
                .orElseThrow(UserReader::notFound);
    }

    public SearchUsersResponse search(SearchUsersQuery query) {
        SearchUsersRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        UserFilter filter = UserFilter.of(request);
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                filter.userName(),
                filter.email(),
                filter.displayName(),
                filter.state(),
                filter.type(),
                request.getOrgId(),
                request.getUserIdsList(),
                query.getContext().getResourceOwnersList(),
                query.getContext().getOwnUserId());
        SearchUsersResponse.Builder answer = SearchUsersResponse.newBuilder();
        return answer.addAllUsers(Rows.page(rows, page, "user_id", UserMessages::user, answer::setNextPageToken))
                .build();
    }

    private static StatusRuntimeException notFound() {
        return Refusals.notFound("USER_NOT_FOUND", "no such user");
    }
}
