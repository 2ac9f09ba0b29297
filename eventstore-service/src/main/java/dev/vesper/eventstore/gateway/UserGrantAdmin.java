package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.grant.GrantCommands;
import dev.vesper.proto.admin.v1.AddUserGrantRequest;
import dev.vesper.proto.admin.v1.AddUserGrantResponse;
import dev.vesper.proto.admin.v1.ChangeUserGrantRequest;
import dev.vesper.proto.admin.v1.ChangeUserGrantResponse;
import dev.vesper.proto.admin.v1.RemoveUserGrantRequest;
import dev.vesper.proto.admin.v1.RemoveUserGrantResponse;
import dev.vesper.proto.admin.v1.SearchUserGrantsRequest;
import dev.vesper.proto.admin.v1.SearchUserGrantsResponse;
import dev.vesper.proto.admin.v1.UserGrantServiceGrpc;
import dev.vesper.proto.internal.v1.SearchUserGrantsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class UserGrantAdmin extends UserGrantServiceGrpc.UserGrantServiceImplBase {
    private final GrantCommands commands;
    private final Queries queries;

    UserGrantAdmin(GrantCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void addUserGrant(AddUserGrantRequest request, StreamObserver<AddUserGrantResponse> caller) {
        var granted = commands.add(
                CurrentAdmin.get(), request.getUserId(), request.getProjectId(), request.getRoleKeysList());
        answer(
                caller,
                AddUserGrantResponse.newBuilder()
                        .setDetails(details(granted.written()))
                        .setGrantId(granted.grantId())
                        .build());
    }

    @Override
    public void changeUserGrant(ChangeUserGrantRequest request, StreamObserver<ChangeUserGrantResponse> caller) {
        var written = commands.change(
                CurrentAdmin.get(), request.getUserId(), request.getGrantId(), request.getRoleKeysList());
        answer(
                caller,
                ChangeUserGrantResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void removeUserGrant(RemoveUserGrantRequest request, StreamObserver<RemoveUserGrantResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getUserId(), request.getGrantId());
        answer(
                caller,
                RemoveUserGrantResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void searchUserGrants(SearchUserGrantsRequest request, StreamObserver<SearchUserGrantsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query =
                SearchUserGrantsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.userParts(parts -> parts.searchUserGrants(query.build())));
    }
}
