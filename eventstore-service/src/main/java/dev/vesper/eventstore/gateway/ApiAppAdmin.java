package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.proto.admin.v1.ApiAppServiceGrpc;
import dev.vesper.proto.admin.v1.CreateApiAppRequest;
import dev.vesper.proto.admin.v1.CreateApiAppResponse;
import dev.vesper.proto.admin.v1.RegenerateApiSecretRequest;
import dev.vesper.proto.admin.v1.RegenerateApiSecretResponse;
import dev.vesper.proto.admin.v1.UpdateApiAppRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class ApiAppAdmin extends ApiAppServiceGrpc.ApiAppServiceImplBase {
    private final AppCommands commands;

    ApiAppAdmin(AppCommands commands) {
        this.commands = commands;
    }

    @Override
    public void createApiApp(CreateApiAppRequest request, StreamObserver<CreateApiAppResponse> caller) {
        var created = commands.createApi(
                CurrentAdmin.get(),
                request.getProjectId(),
                request.getName(),
                request.getAuthMethodType().name());
        answer(
                caller,
                CreateApiAppResponse.newBuilder()
                        .setAppId(created.appId())
                        .setClientId(created.clientId())
                        .setClientSecret(created.clientSecret())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void updateApiApp(UpdateApiAppRequest request, StreamObserver<WriteResponse> caller) {
        var done = commands.updateApi(
                CurrentAdmin.get(),
                request.getProjectId(),
                request.getAppId(),
                request.getAuthMethodType().name());
        answer(caller, written(done));
    }

    @Override
    public void regenerateApiSecret(
            RegenerateApiSecretRequest request, StreamObserver<RegenerateApiSecretResponse> caller) {
        var made = commands.regenerateSecret(CurrentAdmin.get(), request.getProjectId(), request.getAppId());
        answer(
                caller,
                RegenerateApiSecretResponse.newBuilder()
                        .setClientSecret(made.clientSecret())
                        .setDetails(details(made.written()))
                        .build());
    }
}
