package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.within;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.events.ProjectEvent.LogoutSettings;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.project.AppCommands;
import dev.vesper.proto.admin.v1.AppServiceGrpc;
import dev.vesper.proto.admin.v1.CreateOidcAppRequest;
import dev.vesper.proto.admin.v1.CreateOidcAppResponse;
import dev.vesper.proto.admin.v1.DeactivateAppRequest;
import dev.vesper.proto.admin.v1.DeleteAppRequest;
import dev.vesper.proto.admin.v1.DeleteAppResponse;
import dev.vesper.proto.admin.v1.GetAppRequest;
import dev.vesper.proto.admin.v1.GetAppResponse;
import dev.vesper.proto.admin.v1.ReactivateAppRequest;
import dev.vesper.proto.admin.v1.RegenerateSecretRequest;
import dev.vesper.proto.admin.v1.RegenerateSecretResponse;
import dev.vesper.proto.admin.v1.SearchAppsRequest;
import dev.vesper.proto.admin.v1.SearchAppsResponse;
import dev.vesper.proto.admin.v1.UpdateAppLogoutRequest;
import dev.vesper.proto.admin.v1.UpdateAppRequest;
import dev.vesper.proto.admin.v1.UpdateOidcAppRequest;
import dev.vesper.proto.admin.v1.UpdateOidcAppResponse;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.GetAppQuery;
import dev.vesper.proto.internal.v1.SearchAppsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

@GrpcService
final class AppAdmin extends AppServiceGrpc.AppServiceImplBase {
    private final AppCommands commands;
    private final Queries queries;

    AppAdmin(AppCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createOidcApp(CreateOidcAppRequest request, StreamObserver<CreateOidcAppResponse> caller) {
        var created = commands.createOidc(
                CurrentAdmin.get(), request.getProjectId(), request.getName(), OidcConfigs.of(request));
        answer(
                caller,
                CreateOidcAppResponse.newBuilder()
                        .setAppId(created.appId())
                        .setClientId(created.clientId())
                        .setClientSecret(created.clientSecret())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getApp(GetAppRequest request, StreamObserver<GetAppResponse> caller) {
        var query = GetAppQuery.newBuilder()
                .setContext(Queries.context())
                .setProjectId(request.getProjectId())
                .setAppId(request.getAppId());
        var app = queries.projects(projects -> projects.getApp(query.build()));
        answer(caller, GetAppResponse.newBuilder().setApp(app).build());
    }

    @Override
    public void searchApps(SearchAppsRequest request, StreamObserver<SearchAppsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchAppsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.projects(projects -> projects.searchApps(query.build())));
    }

    @Override
    public void searchAllApps(SearchAppsRequest request, StreamObserver<SearchAppsResponse> caller) {
        searchApps(request, caller);
    }

    @Override
    public void updateOidcApp(UpdateOidcAppRequest request, StreamObserver<UpdateOidcAppResponse> caller) {
        var config = OidcConfigs.of(request.getConfig());
        var written = within(
                "config",
                () -> commands.updateOidc(CurrentAdmin.get(), request.getProjectId(), request.getAppId(), config));
        answer(
                caller,
                UpdateOidcAppResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void regenerateSecret(RegenerateSecretRequest request, StreamObserver<RegenerateSecretResponse> caller) {
        var made = commands.regenerateSecret(CurrentAdmin.get(), request.getProjectId(), request.getAppId());
        answer(
                caller,
                RegenerateSecretResponse.newBuilder()
                        .setClientSecret(made.clientSecret())
                        .setDetails(details(made.written()))
                        .build());
    }

    @Override
    public void deleteApp(DeleteAppRequest request, StreamObserver<DeleteAppResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getProjectId(), request.getAppId());
        answer(
                caller,
                DeleteAppResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void updateApp(UpdateAppRequest request, StreamObserver<WriteResponse> caller) {
        if (!FieldMasks.covers(request, request.getUpdateMask(), "name")) {
            throw new InvalidRequest("name", "is required: there is nothing else to change");
        }
        var written =
                commands.rename(CurrentAdmin.get(), request.getProjectId(), request.getAppId(), request.getName());
        answer(caller, written(written));
    }

    @Override
    public void deactivateApp(DeactivateAppRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.deactivate(CurrentAdmin.get(), request.getProjectId(), request.getAppId())));
    }

    @Override
    public void reactivateApp(ReactivateAppRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.reactivate(CurrentAdmin.get(), request.getProjectId(), request.getAppId())));
    }

    @Override
    public void updateAppLogout(UpdateAppLogoutRequest request, StreamObserver<WriteResponse> caller) {
        var logout = request.getLogout();
        var settings = new LogoutSettings(
                logout.getBackChannelClaims().name(),
                List.copyOf(logout.getBackChannelReasonsList()),
                logout.getTellReason(),
                logout.getScope().name());
        answer(
                caller,
                written(commands.updateLogout(
                        CurrentAdmin.get(), request.getProjectId(), request.getAppId(), settings)));
    }
}
