package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.users.UserReader;
import dev.vesper.proto.admin.v1.SearchUsersResponse;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.SearchUsersQuery;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesImplBase;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class UserQueries extends UserQueriesImplBase {
    private final UserReader users;

    @Inject
    UserQueries(UserReader users) {
        this.users = users;
    }

    @Override
    public void getUser(GetUserQuery query, StreamObserver<User> answer) {
        Queries.answer(answer, () -> users.get(query));
    }

    @Override
    public void searchUsers(SearchUsersQuery query, StreamObserver<SearchUsersResponse> answer) {
        Queries.answer(answer, () -> users.search(query));
    }

    @Override
    public void getUserByLoginName(GetUserByLoginNameQuery query, StreamObserver<User> answer) {
        Queries.answer(answer, () -> users.getByLoginName(query));
    }
}
