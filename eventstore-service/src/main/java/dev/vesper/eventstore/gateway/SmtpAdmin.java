package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.provider.ProviderCommands;
import dev.vesper.proto.admin.v1.ActivateSmtpProviderRequest;
import dev.vesper.proto.admin.v1.ActivateSmtpProviderResponse;
import dev.vesper.proto.admin.v1.CreateSmtpProviderRequest;
import dev.vesper.proto.admin.v1.CreateSmtpProviderResponse;
import dev.vesper.proto.admin.v1.DeactivateSmtpProviderRequest;
import dev.vesper.proto.admin.v1.DeactivateSmtpProviderResponse;
import dev.vesper.proto.admin.v1.DeleteSmtpProviderRequest;
import dev.vesper.proto.admin.v1.DeleteSmtpProviderResponse;
import dev.vesper.proto.admin.v1.GetSmtpProviderRequest;
import dev.vesper.proto.admin.v1.GetSmtpProviderResponse;
import dev.vesper.proto.admin.v1.HttpProvider;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersRequest;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersResponse;
import dev.vesper.proto.admin.v1.SmtpAuthMethod;
import dev.vesper.proto.admin.v1.SmtpSecurity;
import dev.vesper.proto.admin.v1.SmtpServer;
import dev.vesper.proto.admin.v1.SmtpServiceGrpc;
import dev.vesper.proto.admin.v1.UpdateSmtpProviderRequest;
import dev.vesper.proto.admin.v1.UpdateSmtpProviderResponse;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.SearchSmtpProvidersQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class SmtpAdmin extends SmtpServiceGrpc.SmtpServiceImplBase {
    private final ProviderCommands<SmtpConfig> commands;
    private final Queries queries;

    SmtpAdmin(ProviderCommands<SmtpConfig> commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createSmtpProvider(
            CreateSmtpProviderRequest request, StreamObserver<CreateSmtpProviderResponse> caller) {
        var created = commands.create(
                CurrentAdmin.get(),
                config(request.getDescription(), request.hasHttp(), request.getHttp(), request.getServer()),
                request.getSecret());
        answer(
                caller,
                CreateSmtpProviderResponse.newBuilder()
                        .setId(created.id())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getSmtpProvider(GetSmtpProviderRequest request, StreamObserver<GetSmtpProviderResponse> caller) {
        var query = GetProviderQuery.newBuilder().setContext(Queries.context()).setId(request.getId());
        var provider = queries.providers(providers -> providers.getSmtpProvider(query.build()));
        answer(
                caller,
                GetSmtpProviderResponse.newBuilder().setProvider(provider).build());
    }

    @Override
    public void searchSmtpProviders(
            SearchSmtpProvidersRequest request, StreamObserver<SearchSmtpProvidersResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchSmtpProvidersQuery.newBuilder()
                .setContext(Queries.context())
                .setRequest(page);
        answer(caller, queries.providers(providers -> providers.searchSmtpProviders(query.build())));
    }

    @Override
    public void updateSmtpProvider(
            UpdateSmtpProviderRequest request, StreamObserver<UpdateSmtpProviderResponse> caller) {
        var written = commands.update(
                CurrentAdmin.get(),
                request.getId(),
                config(request.getDescription(), request.hasHttp(), request.getHttp(), request.getServer()),
                request.getSecret());
        answer(
                caller,
                UpdateSmtpProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void activateSmtpProvider(
            ActivateSmtpProviderRequest request, StreamObserver<ActivateSmtpProviderResponse> caller) {
        var written = commands.activate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                ActivateSmtpProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deactivateSmtpProvider(
            DeactivateSmtpProviderRequest request, StreamObserver<DeactivateSmtpProviderResponse> caller) {
        var written = commands.deactivate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeactivateSmtpProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deleteSmtpProvider(
            DeleteSmtpProviderRequest request, StreamObserver<DeleteSmtpProviderResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeleteSmtpProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static SmtpConfig config(String description, boolean isHttp, HttpProvider http, SmtpServer server) {
        return new SmtpConfig(
                description,
                server.getHost(),
                security(server.getSecurity()).name(),
                authMethod(server).name(),
                server.getUser(),
                server.getSenderAddress(),
                server.getSenderName(),
                server.getReplyToAddress(),
                isHttp ? http.getEndpoint() : null);
    }

    private static SmtpSecurity security(SmtpSecurity security) {
        return switch (security) {
            case SMTP_SECURITY_UNSPECIFIED -> SmtpSecurity.SMTP_SECURITY_STARTTLS;
            case UNRECOGNIZED -> throw new InvalidRequest("server.security", "is not known");
            default -> security;
        };
    }

    private static SmtpAuthMethod authMethod(SmtpServer server) {
        return switch (server.getAuthMethod()) {
            case SMTP_AUTH_METHOD_UNSPECIFIED ->
                server.getUser().isEmpty()
                        ? SmtpAuthMethod.SMTP_AUTH_METHOD_NONE
                        : SmtpAuthMethod.SMTP_AUTH_METHOD_PLAIN;
            case UNRECOGNIZED -> throw new InvalidRequest("server.authMethod", "is not known");
            default -> server.getAuthMethod();
        };
    }
}
