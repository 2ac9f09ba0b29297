package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.webkey.WebKeyCommands;
import dev.vesper.proto.admin.v1.ActivateKeyRequest;
import dev.vesper.proto.admin.v1.CreateKeyRequest;
import dev.vesper.proto.admin.v1.CreateKeyResponse;
import dev.vesper.proto.admin.v1.DeactivateKeyRequest;
import dev.vesper.proto.admin.v1.DeleteKeyRequest;
import dev.vesper.proto.admin.v1.KeyServiceGrpc;
import dev.vesper.proto.admin.v1.ListKeysRequest;
import dev.vesper.proto.admin.v1.ListKeysResponse;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class KeyAdmin extends KeyServiceGrpc.KeyServiceImplBase {
    private final WebKeyCommands commands;
    private final Queries queries;

    KeyAdmin(WebKeyCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void listKeys(ListKeysRequest request, StreamObserver<ListKeysResponse> caller) {
        var query =
                ListPublicKeysQuery.newBuilder().setContext(Queries.context()).build();
        answer(caller, queries.instances(instances -> instances.listKeys(query)));
    }

    @Override
    public void createKey(CreateKeyRequest request, StreamObserver<CreateKeyResponse> caller) {
        var created = commands.create(CurrentAdmin.get(), request.getAlgorithm(), request.getBits());
        answer(
                caller,
                CreateKeyResponse.newBuilder()
                        .setKeyId(created.keyId())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void activateKey(ActivateKeyRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.activate(CurrentAdmin.get(), request.getKeyId())));
    }

    @Override
    public void deactivateKey(DeactivateKeyRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.deactivate(CurrentAdmin.get(), request.getKeyId())));
    }

    @Override
    public void deleteKey(DeleteKeyRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.remove(CurrentAdmin.get(), request.getKeyId())));
    }
}
