package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.user.CreateHuman;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.proto.admin.v1.CreateHumanUserRequest;
import dev.vesper.proto.admin.v1.CreateHumanUserResponse;
import dev.vesper.proto.admin.v1.DeactivateUserRequest;
import dev.vesper.proto.admin.v1.DeactivateUserResponse;
import dev.vesper.proto.admin.v1.DeleteUserRequest;
import dev.vesper.proto.admin.v1.DeleteUserResponse;
import dev.vesper.proto.admin.v1.GetUserRequest;
import dev.vesper.proto.admin.v1.GetUserResponse;
import dev.vesper.proto.admin.v1.LockUserRequest;
import dev.vesper.proto.admin.v1.LockUserResponse;
import dev.vesper.proto.admin.v1.ReactivateUserRequest;
import dev.vesper.proto.admin.v1.ReactivateUserResponse;
import dev.vesper.proto.admin.v1.SearchUsersRequest;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.UnlockUserRequest;
import dev.vesper.proto.admin.v1.UnlockUserResponse;
import dev.vesper.proto.admin.v1.UserServiceGrpc;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class UserAdmin extends UserServiceGrpc.UserServiceImplBase {
    private final UserCommands commands;
    private final Queries queries;

    UserAdmin(UserCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createHumanUser(CreateHumanUserRequest request, StreamObserver<CreateHumanUserResponse> caller) {
        var created = commands.createHuman(CurrentAdmin.get(), human(request));
        answer(
                caller,
                CreateHumanUserResponse.newBuilder()
                        .setUserId(created.userId())
                        .setDetails(details(created.written()))
                        .build());
    }

    static CreateHuman human(CreateHumanUserRequest request) {
        var profile = request.getProfile();
        var email = request.getEmail();
        var password = request.getPassword();
        return new CreateHuman(
                request.getUserName(),
                profile.getGivenName(),
                profile.getFamilyName(),
                profile.getDisplayName(),
                profile.getPreferredLanguage(),
                email.getEmail(),
                email.getIsVerified(),
                request.getPhone().getPhone(),
                request.hasPassword() ? password.getPassword() : null,
                password.getChangeRequired());
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<GetUserResponse> caller) {
        var query = GetUserQuery.newBuilder().setContext(Queries.context()).setUserId(request.getUserId());
        var user = queries.users(users -> users.getUser(query.build()));
        answer(caller, GetUserResponse.newBuilder().setUser(user).build());
    }

    @Override
    public void searchUsers(SearchUsersRequest request, StreamObserver<SearchUsersResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchUsersQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.users(users -> users.searchUsers(query.build())));
    }

    @Override
    public void deleteUser(DeleteUserRequest request, StreamObserver<DeleteUserResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                DeleteUserResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void deactivateUser(DeactivateUserRequest request, StreamObserver<DeactivateUserResponse> caller) {
        var written = commands.deactivate(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                DeactivateUserResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void reactivateUser(ReactivateUserRequest request, StreamObserver<ReactivateUserResponse> caller) {
        var written = commands.reactivate(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                ReactivateUserResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void lockUser(LockUserRequest request, StreamObserver<LockUserResponse> caller) {
        var written = commands.lock(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                LockUserResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void unlockUser(UnlockUserRequest request, StreamObserver<UnlockUserResponse> caller) {
        var written = commands.unlock(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                UnlockUserResponse.newBuilder().setDetails(details(written)).build());
    }
}
