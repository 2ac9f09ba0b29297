package dev.vesper.oidc.world;

import dev.vesper.oidc.world.World.Account;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.UserQueriesGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Predicate;

final class FakeUserQueries extends UserQueriesGrpc.UserQueriesImplBase {
    private final World world;

    FakeUserQueries(World world) {
        this.world = world;
    }

    @Override
    public void getUser(GetUserQuery query, StreamObserver<User> answer) {
        Answers.send(world, answer, () -> find(user -> user.getUserId().equals(query.getUserId())));
    }

    @Override
    public void getUserByLoginName(GetUserByLoginNameQuery query, StreamObserver<User> answer) {
        Answers.send(world, answer, () -> find(user -> user.getUserName().equalsIgnoreCase(query.getLoginName())));
    }

    private User find(Predicate<User> wanted) {
        return world.accounts.values().stream()
                .map(Account::user)
                .filter(wanted)
                .findFirst()
                .orElseThrow(Status.NOT_FOUND::asRuntimeException);
    }
}
