package dev.vesper.eventstore.gateway;

import dev.vesper.proto.admin.v1.ListOrgDomainsResponse;
import dev.vesper.proto.admin.v1.Org;
import dev.vesper.proto.admin.v1.SearchOrgsResponse;
import dev.vesper.proto.internal.v1.GetOrgQuery;
import dev.vesper.proto.internal.v1.OrgQueriesGrpc.OrgQueriesImplBase;
import dev.vesper.proto.internal.v1.SearchOrgsQuery;
import io.grpc.stub.StreamObserver;

/** Organisations, as {@link FakeProjection} answers. */
final class FakeOrgs extends OrgQueriesImplBase {
    @Override
    public void getOrg(GetOrgQuery query, StreamObserver<Org> caller) {
        FakeProjection.answer(
                caller,
                query.getOrgId(),
                Org.newBuilder().setOrgId(query.getOrgId()).build());
    }

    @Override
    public void searchOrgs(SearchOrgsQuery query, StreamObserver<SearchOrgsResponse> caller) {
        Answers.answer(caller, SearchOrgsResponse.getDefaultInstance());
    }

    @Override
    public void listOrgDomains(GetOrgQuery query, StreamObserver<ListOrgDomainsResponse> caller) {
        FakeProjection.answer(caller, query.getOrgId(), ListOrgDomainsResponse.getDefaultInstance());
    }
}
