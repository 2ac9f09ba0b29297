package dev.vesper.projection.read.instances;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.SearchInstancesQuery;
import dev.vesper.proto.system.v1.SearchInstancesRequest;
import dev.vesper.proto.system.v1.SearchInstancesResponse;
import dev.vesper.proto.system.v1.SystemInstance;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about all instances. */
@Singleton
public final class SystemInstanceReader {
    private static final Sql GET = Sql.of(SystemInstanceReader.class, "get_instance");
    private static final Sql SEARCH = Sql.of(SystemInstanceReader.class, "search_instances");
    private static final String VIEW = "instances";

    private final Queries queries;

    @Inject
    SystemInstanceReader(Queries queries) {
        this.queries = queries;
    }

    public SystemInstance get(GetInstanceQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance)
                .map(SystemInstanceReader::instance)
                .orElseThrow(() -> Refusals.notFound("INSTANCE_NOT_FOUND", "no such instance"));
    }

    public SearchInstancesResponse search(SearchInstancesQuery query) {
        SearchInstancesRequest request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        queries.await(query.getConsistencyToken(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH,
                page.date(),
                page.id(),
                page.limit(),
                request.getNameContains(),
                request.getInstanceIdsList(),
                request.getDomain());
        SearchInstancesResponse.Builder answer = SearchInstancesResponse.newBuilder();
        return answer.addAllInstances(
                        Rows.page(rows, page, "instance_id", SystemInstanceReader::instance, answer::setNextPageToken))
                .build();
    }

    private static SystemInstance instance(Row row) {
        return SystemInstance.newBuilder()
                .setInstanceId(row.getString("instance_id"))
                .setName(row.getString("name"))
                .addAllDomains(Rows.texts(row, "domains"))
                .setDefaultOrgId(Rows.text(row, "default_org_id"))
                .setDetails(Rows.details(row))
                .build();
    }
}
