package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.orgs.OrgReader;
import dev.vesper.proto.admin.v1.ListOrgDomainsResponse;
import dev.vesper.proto.admin.v1.Org;
import dev.vesper.proto.admin.v1.SearchOrgsResponse;
import dev.vesper.proto.internal.v1.GetOrgQuery;
import dev.vesper.proto.internal.v1.OrgQueriesGrpc.OrgQueriesImplBase;
import dev.vesper.proto.internal.v1.SearchOrgsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class OrgQueries extends OrgQueriesImplBase {
    private final OrgReader orgs;

    @Inject
    OrgQueries(OrgReader orgs) {
        this.orgs = orgs;
    }

    @Override
    public void getOrg(GetOrgQuery query, StreamObserver<Org> answer) {
        Queries.answer(answer, () -> orgs.get(query));
    }

    @Override
    public void searchOrgs(SearchOrgsQuery query, StreamObserver<SearchOrgsResponse> answer) {
        Queries.answer(answer, () -> orgs.search(query));
    }

    @Override
    public void listOrgDomains(GetOrgQuery query, StreamObserver<ListOrgDomainsResponse> answer) {
        Queries.answer(answer, () -> orgs.listDomains(query));
    }
}
