package dev.vesper.projection.read.apps;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.AppState;
import dev.vesper.proto.admin.v1.SearchAppsRequest;
import dev.vesper.proto.admin.v1.SearchAppsResponse;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetAppQuery;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.SearchAppsQuery;
import io.grpc.StatusRuntimeException;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Answers what is asked about apps. */
@Singleton
public final class AppReader {
    private static final Sql GET = Sql.of(AppReader.class, "get_app");
    private static final Sql GET_CLIENT = Sql.of(AppReader.class, "get_client");
    private static final Sql SEARCH = Sql.of(AppReader.class, "search_apps");
    private static final Sql SEARCH_ALL = Sql.of(AppReader.class, "search_apps_of_all_projects");
    private static final String VIEW = "apps";

    private final Queries queries;

    @Inject
    AppReader(Queries queries) {
        this.queries = queries;
    }

    public App get(GetAppQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getProjectId(), query.getAppId())
                .map(AppMessages::app)
                .orElseThrow(AppReader::notFound);
    }

    public SearchAppsResponse search(SearchAppsQuery query) {
        SearchAppsRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = request.getProjectId().isEmpty()
                ? queries.list(SEARCH_ALL, filters(instance, page, query).toArray())
                : queries.list(
                        SEARCH,
                        Stream.concat(filters(instance, page, query), Stream.of(request.getProjectId()))
                                .toArray());
        SearchAppsResponse.Builder answer = SearchAppsResponse.newBuilder();
        return answer.addAllApps(Rows.page(rows, page, "id", AppMessages::app, answer::setNextPageToken))
                .build();
    }

    private static Stream<Object> filters(String instance, Page page, SearchAppsQuery query) {
        SearchAppsRequest request = query.getRequest();
        return Stream.of(
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getName(),
                request.getClientId(),
                request.getNameContains(),
                request.getAppIdsList(),
                state(request.getState()),
                request.getOrgId(),
                query.getContext().getResourceOwnersList(),
                query.getContext().getProjectIdsList());
    }

    private static String state(AppState asked) {
        return switch (asked) {
            case APP_STATE_ACTIVE -> "active";
            case APP_STATE_INACTIVE -> "inactive";
            case APP_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    /** Removed ones included: a logout token may be due. */
    public Client getClient(GetClientQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET_CLIENT, instance, query.getClientId())
                .map(AppReader::client)
                .orElseThrow(AppReader::notFound);
    }

    private static Client client(Row row) {
        return Client.newBuilder()
                .setApp(AppMessages.app(row))
                .setRemoved(row.getString("state").equals("removed"))
                .setPosition(row.getLong("position"))
                .build();
    }

    private static StatusRuntimeException notFound() {
        return Refusals.notFound("APP_NOT_FOUND", "no such app");
    }
}
