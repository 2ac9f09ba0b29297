package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.provider.ProviderCommands;
import dev.vesper.proto.admin.v1.ActivateSmsProviderRequest;
import dev.vesper.proto.admin.v1.ActivateSmsProviderResponse;
import dev.vesper.proto.admin.v1.CreateSmsProviderRequest;
import dev.vesper.proto.admin.v1.CreateSmsProviderResponse;
import dev.vesper.proto.admin.v1.DeactivateSmsProviderRequest;
import dev.vesper.proto.admin.v1.DeactivateSmsProviderResponse;
import dev.vesper.proto.admin.v1.DeleteSmsProviderRequest;
import dev.vesper.proto.admin.v1.DeleteSmsProviderResponse;
import dev.vesper.proto.admin.v1.GetSmsProviderRequest;
import dev.vesper.proto.admin.v1.GetSmsProviderResponse;
import dev.vesper.proto.admin.v1.HttpProvider;
import dev.vesper.proto.admin.v1.SearchSmsProvidersRequest;
import dev.vesper.proto.admin.v1.SearchSmsProvidersResponse;
import dev.vesper.proto.admin.v1.SmsServiceGrpc;
import dev.vesper.proto.admin.v1.TwilioAccount;
import dev.vesper.proto.admin.v1.UpdateSmsProviderRequest;
import dev.vesper.proto.admin.v1.UpdateSmsProviderResponse;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.SearchSmsProvidersQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class SmsAdmin extends SmsServiceGrpc.SmsServiceImplBase {
    private final ProviderCommands<SmsConfig> commands;
    private final Queries queries;

    SmsAdmin(ProviderCommands<SmsConfig> commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createSmsProvider(CreateSmsProviderRequest request, StreamObserver<CreateSmsProviderResponse> caller) {
        var created = commands.create(
                CurrentAdmin.get(),
                config(request.getDescription(), request.hasHttp(), request.getHttp(), request.getTwilio()),
                request.getSecret());
        answer(
                caller,
                CreateSmsProviderResponse.newBuilder()
                        .setId(created.id())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getSmsProvider(GetSmsProviderRequest request, StreamObserver<GetSmsProviderResponse> caller) {
        var query = GetProviderQuery.newBuilder().setContext(Queries.context()).setId(request.getId());
        var provider = queries.providers(providers -> providers.getSmsProvider(query.build()));
        answer(caller, GetSmsProviderResponse.newBuilder().setProvider(provider).build());
    }

    @Override
    public void searchSmsProviders(
            SearchSmsProvidersRequest request, StreamObserver<SearchSmsProvidersResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchSmsProvidersQuery.newBuilder()
                .setContext(Queries.context())
                .setRequest(page);
        answer(caller, queries.providers(providers -> providers.searchSmsProviders(query.build())));
    }

    @Override
    public void updateSmsProvider(UpdateSmsProviderRequest request, StreamObserver<UpdateSmsProviderResponse> caller) {
        var written = commands.update(
                CurrentAdmin.get(),
                request.getId(),
                config(request.getDescription(), request.hasHttp(), request.getHttp(), request.getTwilio()),
                request.getSecret());
        answer(
                caller,
                UpdateSmsProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void activateSmsProvider(
            ActivateSmsProviderRequest request, StreamObserver<ActivateSmsProviderResponse> caller) {
        var written = commands.activate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                ActivateSmsProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deactivateSmsProvider(
            DeactivateSmsProviderRequest request, StreamObserver<DeactivateSmsProviderResponse> caller) {
        var written = commands.deactivate(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeactivateSmsProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    @Override
    public void deleteSmsProvider(DeleteSmsProviderRequest request, StreamObserver<DeleteSmsProviderResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getId());
        answer(
                caller,
                DeleteSmsProviderResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    private static SmsConfig config(String description, boolean isHttp, HttpProvider http, TwilioAccount twilio) {
        return new SmsConfig(
                description,
                twilio.getSid(),
                twilio.getSenderNumber(),
                twilio.getVerifyServiceSid(),
                isHttp ? http.getEndpoint() : null);
    }
}
