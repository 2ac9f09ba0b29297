package dev.vesper.projection.read.orgs;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.ListOrgDomainsResponse;
import dev.vesper.proto.admin.v1.Org;
import dev.vesper.proto.admin.v1.OrgDomain;
import dev.vesper.proto.admin.v1.OrgState;
import dev.vesper.proto.admin.v1.SearchOrgsRequest;
import dev.vesper.proto.admin.v1.SearchOrgsResponse;
import dev.vesper.proto.internal.v1.GetOrgQuery;
import dev.vesper.proto.internal.v1.SearchOrgsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers what is asked about organisations. */
@Singleton
public final class OrgReader {
    private static final Sql GET = Sql.of(OrgReader.class, "get_org");
    private static final Sql SEARCH = Sql.of(OrgReader.class, "search_orgs");
    private static final Sql LIST_DOMAINS = Sql.of(OrgReader.class, "list_domains");
    private static final String VIEW = "orgs";

    private final Queries queries;

    @Inject
    OrgReader(Queries queries) {
        this.queries = queries;
    }

    public Org get(GetOrgQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getOrgId())
                .map(OrgReader::org)
                .orElseThrow(() -> Refusals.notFound("ORG_NOT_FOUND", "no such organisation"));
    }

    public SearchOrgsResponse search(SearchOrgsQuery query) {
        SearchOrgsRequest request = query.getRequest();
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
                request.getOrgIdsList(),
                state(request.getState()),
                request.getDomain(),
                query.getContext().getResourceOwnersList(),
                query.getContext().getProjectIdsList());
        SearchOrgsResponse.Builder answer = SearchOrgsResponse.newBuilder();
        return answer.addAllOrgs(Rows.page(rows, page, "org_id", OrgReader::org, answer::setNextPageToken))
                .build();
    }

    public ListOrgDomainsResponse listDomains(GetOrgQuery query) {
        get(query);
        ListOrgDomainsResponse.Builder answer = ListOrgDomainsResponse.newBuilder();
        for (Row row : queries.list(LIST_DOMAINS, query.getContext().getInstanceId(), query.getOrgId())) {
            answer.addDomains(OrgDomain.newBuilder()
                    .setOrgId(row.getString("org_id"))
                    .setDomain(row.getString("domain"))
                    .setVerified(row.getBoolean("is_verified"))
                    .setPrimary(row.getBoolean("is_primary"))
                    .setGenerated(row.getBoolean("is_generated")));
        }
        return answer.build();
    }

    private static String state(OrgState asked) {
        return switch (asked) {
            case ORG_STATE_ACTIVE -> "active";
            case ORG_STATE_INACTIVE -> "inactive";
            case ORG_STATE_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static Org org(Row row) {
        boolean active = row.getString("state").equals("active");
        return Org.newBuilder()
                .setOrgId(row.getString("org_id"))
                .setName(row.getString("name"))
                .setState(active ? OrgState.ORG_STATE_ACTIVE : OrgState.ORG_STATE_INACTIVE)
                .setPrimaryDomain(Rows.text(row, "primary_domain"))
                .setDetails(Rows.details(row))
                .build();
    }
}
