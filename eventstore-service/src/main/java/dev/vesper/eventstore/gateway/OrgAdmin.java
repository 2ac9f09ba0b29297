package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.org.OrgCommands;
import dev.vesper.proto.admin.v1.AddOrgDomainRequest;
import dev.vesper.proto.admin.v1.CreateOrgRequest;
import dev.vesper.proto.admin.v1.CreateOrgResponse;
import dev.vesper.proto.admin.v1.DeactivateOrgRequest;
import dev.vesper.proto.admin.v1.DeleteOrgRequest;
import dev.vesper.proto.admin.v1.GetOrgRequest;
import dev.vesper.proto.admin.v1.GetOrgResponse;
import dev.vesper.proto.admin.v1.ListOrgDomainsRequest;
import dev.vesper.proto.admin.v1.ListOrgDomainsResponse;
import dev.vesper.proto.admin.v1.OrgServiceGrpc;
import dev.vesper.proto.admin.v1.ReactivateOrgRequest;
import dev.vesper.proto.admin.v1.RemoveOrgDomainRequest;
import dev.vesper.proto.admin.v1.SearchOrgsRequest;
import dev.vesper.proto.admin.v1.SearchOrgsResponse;
import dev.vesper.proto.admin.v1.SetPrimaryOrgDomainRequest;
import dev.vesper.proto.admin.v1.UpdateOrgRequest;
import dev.vesper.proto.admin.v1.VerifyOrgDomainRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.GetOrgQuery;
import dev.vesper.proto.internal.v1.SearchOrgsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class OrgAdmin extends OrgServiceGrpc.OrgServiceImplBase {
    private final OrgCommands commands;
    private final Queries queries;

    OrgAdmin(OrgCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createOrg(CreateOrgRequest request, StreamObserver<CreateOrgResponse> caller) {
        var created = commands.create(CurrentAdmin.get(), request.getName());
        answer(
                caller,
                CreateOrgResponse.newBuilder()
                        .setOrgId(created.orgId())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getOrg(GetOrgRequest request, StreamObserver<GetOrgResponse> caller) {
        var org = queries.orgs(orgs -> orgs.getOrg(query(request.getOrgId())));
        answer(caller, GetOrgResponse.newBuilder().setOrg(org).build());
    }

    @Override
    public void searchOrgs(SearchOrgsRequest request, StreamObserver<SearchOrgsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchOrgsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.orgs(orgs -> orgs.searchOrgs(query.build())));
    }

    @Override
    public void updateOrg(UpdateOrgRequest request, StreamObserver<WriteResponse> caller) {
        if (!FieldMasks.covers(request, request.getUpdateMask(), "name")) {
            throw new InvalidRequest("name", "is required: there is nothing else to change");
        }
        answer(caller, written(commands.rename(CurrentAdmin.get(), request.getOrgId(), request.getName())));
    }

    @Override
    public void deactivateOrg(DeactivateOrgRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.deactivate(CurrentAdmin.get(), request.getOrgId())));
    }

    @Override
    public void reactivateOrg(ReactivateOrgRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.reactivate(CurrentAdmin.get(), request.getOrgId())));
    }

    @Override
    public void deleteOrg(DeleteOrgRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.remove(CurrentAdmin.get(), request.getOrgId())));
    }

    @Override
    public void addOrgDomain(AddOrgDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.addDomain(CurrentAdmin.get(), request.getOrgId(), request.getDomain())));
    }

    @Override
    public void verifyOrgDomain(VerifyOrgDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.verifyDomain(CurrentAdmin.get(), request.getOrgId(), request.getDomain())));
    }

    @Override
    public void setPrimaryOrgDomain(SetPrimaryOrgDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.setPrimaryDomain(CurrentAdmin.get(), request.getOrgId(), request.getDomain())));
    }

    @Override
    public void removeOrgDomain(RemoveOrgDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.removeDomain(CurrentAdmin.get(), request.getOrgId(), request.getDomain())));
    }

    @Override
    public void listOrgDomains(ListOrgDomainsRequest request, StreamObserver<ListOrgDomainsResponse> caller) {
        answer(caller, queries.orgs(orgs -> orgs.listOrgDomains(query(request.getOrgId()))));
    }

    private static GetOrgQuery query(String orgId) {
        return GetOrgQuery.newBuilder()
                .setContext(Queries.context())
                .setOrgId(orgId)
                .build();
    }
}
