package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.provider.ProviderCommands;
import dev.vesper.proto.admin.v1.ActivateWebhookRequest;
import dev.vesper.proto.admin.v1.ActivateWebhookResponse;
import dev.vesper.proto.admin.v1.CreateWebhookRequest;
import dev.vesper.proto.admin.v1.CreateWebhookResponse;
import dev.vesper.proto.admin.v1.DeactivateWebhookRequest;
import dev.vesper.proto.admin.v1.DeactivateWebhookResponse;
import dev.vesper.proto.admin.v1.DeleteWebhookRequest;
import dev.vesper.proto.admin.v1.DeleteWebhookResponse;
import dev.vesper.proto.admin.v1.GetWebhookRequest;
import dev.vesper.proto.admin.v1.GetWebhookResponse;
import dev.vesper.proto.admin.v1.SearchWebhooksRequest;
import dev.vesper.proto.admin.v1.SearchWebhooksResponse;
import dev.vesper.proto.admin.v1.UpdateWebhookRequest;
import dev.vesper.proto.admin.v1.UpdateWebhookResponse;
import dev.vesper.proto.admin.v1.WebhookServiceGrpc;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.SearchWebhooksQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

@GrpcService
final class WebhookAdmin extends WebhookServiceGrpc.WebhookServiceImplBase {
    private final ProviderCommands<WebhookConfig> commands;
    private final Queries queries;

    WebhookAdmin(ProviderCommands<WebhookConfig> commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createWebhook(CreateWebhookRequest request, StreamObserver<CreateWebhookResponse> caller) {
        var created = commands.create(
                CurrentAdmin.get(),
                config(request.getName(), request.getEndpoint(), request.getEventTypesList()),
                request.getSecret());
        answer(
                caller,
                CreateWebhookResponse.newBuilder()
                        .setId(created.id())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getWebhook(GetWebhookRequest request, StreamObserver<GetWebhookResponse> caller) {
        var query = GetProviderQuery.newBuilder().setContext(Queries.context()).setId(request.getId());
        var provider = queries.providers(providers -> providers.getWebhook(query.build()));
        answer(caller, GetWebhookResponse.newBuilder().setProvider(provider).build());
    }

    @Override
    public void searchWebhooks(SearchWebhooksRequest request, StreamObserver<SearchWebhooksResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query =
                SearchWebhooksQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.providers(providers -> providers.searchWebhooks(query.build())));
    }

    @Override
    public void updateWebhook(UpdateWebhookRequest request, StreamObserver<UpdateWebhookResponse> caller) {
        var written = commands.update(
                CurrentAdmin.get(),
                request.getId(),
                config(request.getName(), request.getEndpoint(), request.getEventTypesList()),
                request.getSecret());
        answer(
                caller,
                UpdateWebhookResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void activateWebhook(ActivateWebhookRequest request, StreamObserver<ActivateWebhookResponse> caller) {
        var written = commands.activate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                ActivateWebhookResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deactivateWebhook(DeactivateWebhookRequest request, StreamObserver<DeactivateWebhookResponse> caller) {
        var written = commands.deactivate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeactivateWebhookResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deleteWebhook(DeleteWebhookRequest request, StreamObserver<DeleteWebhookResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeleteWebhookResponse.newBuilder().setDetails(details(written)).build());
    }

    private static WebhookConfig config(String name, String endpoint, List<String> eventTypes) {
        return new WebhookConfig(name, endpoint, eventTypes);
    }
}
