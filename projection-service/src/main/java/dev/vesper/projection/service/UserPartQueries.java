package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.machinekeys.MachineKeyReader;
import dev.vesper.projection.read.pats.PatReader;
import dev.vesper.projection.read.usergrants.UserGrantReader;
import dev.vesper.projection.read.usermetadata.UserMetadataReader;
import dev.vesper.proto.admin.v1.ListMachineKeysResponse;
import dev.vesper.proto.admin.v1.ListPatsResponse;
import dev.vesper.proto.admin.v1.SearchUserGrantsResponse;
import dev.vesper.proto.admin.v1.SearchUserMetadataResponse;
import dev.vesper.proto.admin.v1.UserMetadata;
import dev.vesper.proto.internal.v1.GetUserMetadataQuery;
import dev.vesper.proto.internal.v1.ListMachineKeysQuery;
import dev.vesper.proto.internal.v1.ListPatsQuery;
import dev.vesper.proto.internal.v1.SearchUserGrantsQuery;
import dev.vesper.proto.internal.v1.SearchUserMetadataQuery;
import dev.vesper.proto.internal.v1.UserPartQueriesGrpc.UserPartQueriesImplBase;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class UserPartQueries extends UserPartQueriesImplBase {
    private final PatReader pats;
    private final MachineKeyReader keys;
    private final UserMetadataReader metadata;
    private final UserGrantReader grants;

    @Inject
    UserPartQueries(PatReader pats, MachineKeyReader keys, UserMetadataReader metadata, UserGrantReader grants) {
        this.pats = pats;
        this.keys = keys;
        this.metadata = metadata;
        this.grants = grants;
    }

    @Override
    public void listPats(ListPatsQuery query, StreamObserver<ListPatsResponse> answer) {
        Queries.answer(answer, () -> pats.list(query));
    }

    @Override
    public void listMachineKeys(ListMachineKeysQuery query, StreamObserver<ListMachineKeysResponse> answer) {
        Queries.answer(answer, () -> keys.list(query));
    }

    @Override
    public void getUserMetadata(GetUserMetadataQuery query, StreamObserver<UserMetadata> answer) {
        Queries.answer(answer, () -> metadata.get(query));
    }

    @Override
    public void searchUserMetadata(SearchUserMetadataQuery query, StreamObserver<SearchUserMetadataResponse> answer) {
        Queries.answer(answer, () -> metadata.search(query));
    }

    @Override
    public void searchUserGrants(SearchUserGrantsQuery query, StreamObserver<SearchUserGrantsResponse> answer) {
        Queries.answer(answer, () -> grants.search(query));
    }
}
