package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import com.google.protobuf.Timestamp;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.eventstore.write.user.machine.MachineCommands;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import dev.vesper.proto.admin.v1.AccessTokenType;
import dev.vesper.proto.admin.v1.AddMachineKeyRequest;
import dev.vesper.proto.admin.v1.AddMachineKeyResponse;
import dev.vesper.proto.admin.v1.AddPatRequest;
import dev.vesper.proto.admin.v1.AddPatResponse;
import dev.vesper.proto.admin.v1.CreateMachineUserRequest;
import dev.vesper.proto.admin.v1.CreateMachineUserResponse;
import dev.vesper.proto.admin.v1.ListMachineKeysRequest;
import dev.vesper.proto.admin.v1.ListMachineKeysResponse;
import dev.vesper.proto.admin.v1.ListPatsRequest;
import dev.vesper.proto.admin.v1.ListPatsResponse;
import dev.vesper.proto.admin.v1.MachineUserServiceGrpc;
import dev.vesper.proto.admin.v1.RemoveMachineKeyRequest;
import dev.vesper.proto.admin.v1.RemoveMachineKeyResponse;
import dev.vesper.proto.admin.v1.RemoveMachineSecretRequest;
import dev.vesper.proto.admin.v1.RemoveMachineSecretResponse;
import dev.vesper.proto.admin.v1.RemovePatRequest;
import dev.vesper.proto.admin.v1.RemovePatResponse;
import dev.vesper.proto.admin.v1.SetMachineSecretRequest;
import dev.vesper.proto.admin.v1.SetMachineSecretResponse;
import dev.vesper.proto.admin.v1.UpdateMachineUserRequest;
import dev.vesper.proto.admin.v1.UpdateMachineUserResponse;
import dev.vesper.proto.internal.v1.ListMachineKeysQuery;
import dev.vesper.proto.internal.v1.ListPatsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@GrpcService
final class MachineUserAdmin extends MachineUserServiceGrpc.MachineUserServiceImplBase {
    private final UserCommands users;
    private final MachineCommands machines;
    private final Queries queries;

    MachineUserAdmin(UserCommands users, MachineCommands machines, Queries queries) {
        this.users = users;
        this.machines = machines;
        this.queries = queries;
    }

    @Override
    public void createMachineUser(CreateMachineUserRequest request, StreamObserver<CreateMachineUserResponse> caller) {
        var created = users.createMachine(
                CurrentAdmin.get(),
                request.getUserName(),
                description(request.getName(), request.getDescription(), request.getAccessTokenType()));
        answer(
                caller,
                CreateMachineUserResponse.newBuilder()
                        .setUserId(created.userId())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void updateMachineUser(UpdateMachineUserRequest request, StreamObserver<UpdateMachineUserResponse> caller) {
        var written = machines.describe(
                CurrentAdmin.get(),
                request.getUserId(),
                description(request.getName(), request.getDescription(), request.getAccessTokenType()));
        answer(
                caller,
                UpdateMachineUserResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void addPat(AddPatRequest request, StreamObserver<AddPatResponse> caller) {
        var made = machines.addPat(
                CurrentAdmin.get(),
                request.getUserId(),
                expiration(request.hasExpirationDate(), request.getExpirationDate()));
        answer(
                caller,
                AddPatResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setTokenId(made.id())
                        .setToken(made.secret())
                        .build());
    }

    @Override
    public void listPats(ListPatsRequest request, StreamObserver<ListPatsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = ListPatsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.userParts(parts -> parts.listPats(query.build())));
    }

    @Override
    public void removePat(RemovePatRequest request, StreamObserver<RemovePatResponse> caller) {
        var written = machines.removePat(CurrentAdmin.get(), request.getUserId(), request.getTokenId());
        answer(
                caller,
                RemovePatResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void addMachineKey(AddMachineKeyRequest request, StreamObserver<AddMachineKeyResponse> caller) {
        var made = machines.addKey(
                CurrentAdmin.get(),
                request.getUserId(),
                expiration(request.hasExpirationDate(), request.getExpirationDate()),
                request.getPublicKey());
        answer(
                caller,
                AddMachineKeyResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setKeyId(made.id())
                        .setKeyContent(made.secret())
                        .build());
    }

    @Override
    public void listMachineKeys(ListMachineKeysRequest request, StreamObserver<ListMachineKeysResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query =
                ListMachineKeysQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.userParts(parts -> parts.listMachineKeys(query.build())));
    }

    @Override
    public void removeMachineKey(RemoveMachineKeyRequest request, StreamObserver<RemoveMachineKeyResponse> caller) {
        var written = machines.removeKey(CurrentAdmin.get(), request.getUserId(), request.getKeyId());
        answer(
                caller,
                RemoveMachineKeyResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void setMachineSecret(SetMachineSecretRequest request, StreamObserver<SetMachineSecretResponse> caller) {
        var made = machines.setSecret(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                SetMachineSecretResponse.newBuilder()
                        .setDetails(details(made.written()))
                        .setClientId(made.id())
                        .setClientSecret(made.secret())
                        .build());
    }

    @Override
    public void removeMachineSecret(
            RemoveMachineSecretRequest request, StreamObserver<RemoveMachineSecretResponse> caller) {
        var written = machines.removeSecret(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                RemoveMachineSecretResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static Description description(String name, String text, AccessTokenType type) {
        return switch (type) {
            case ACCESS_TOKEN_TYPE_UNSPECIFIED, ACCESS_TOKEN_TYPE_BEARER ->
                new Description(name, text, AccessTokenType.ACCESS_TOKEN_TYPE_BEARER.name());
            case ACCESS_TOKEN_TYPE_JWT -> new Description(name, text, type.name());
            case UNRECOGNIZED -> throw new InvalidRequest("accessTokenType", "is not a type of access tokens");
        };
    }

    private static @Nullable Instant expiration(boolean isThere, Timestamp time) {
        try {
            return isThere ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()) : null;
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRequest("expirationDate", "is no time");
        }
    }
}
