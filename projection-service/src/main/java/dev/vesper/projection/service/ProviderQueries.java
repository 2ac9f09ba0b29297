package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.providers.ProviderReader;
import dev.vesper.proto.admin.v1.SearchSmsProvidersResponse;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersResponse;
import dev.vesper.proto.admin.v1.SearchWebhooksResponse;
import dev.vesper.proto.admin.v1.SmsProvider;
import dev.vesper.proto.admin.v1.SmtpProvider;
import dev.vesper.proto.admin.v1.Webhook;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.ProviderQueriesGrpc.ProviderQueriesImplBase;
import dev.vesper.proto.internal.v1.SearchSmsProvidersQuery;
import dev.vesper.proto.internal.v1.SearchSmtpProvidersQuery;
import dev.vesper.proto.internal.v1.SearchWebhooksQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class ProviderQueries extends ProviderQueriesImplBase {
    private final ProviderReader providers;

    @Inject
    ProviderQueries(ProviderReader providers) {
        this.providers = providers;
    }

    @Override
    public void getSmtpProvider(GetProviderQuery query, StreamObserver<SmtpProvider> answer) {
        Queries.answer(answer, () -> providers.smtp(query));
    }

    @Override
    public void searchSmtpProviders(
            SearchSmtpProvidersQuery query, StreamObserver<SearchSmtpProvidersResponse> answer) {
        Queries.answer(answer, () -> providers.search(query));
    }

    @Override
    public void getSmsProvider(GetProviderQuery query, StreamObserver<SmsProvider> answer) {
        Queries.answer(answer, () -> providers.sms(query));
    }

    @Override
    public void searchSmsProviders(SearchSmsProvidersQuery query, StreamObserver<SearchSmsProvidersResponse> answer) {
        Queries.answer(answer, () -> providers.search(query));
    }

    @Override
    public void getWebhook(GetProviderQuery query, StreamObserver<Webhook> answer) {
        Queries.answer(answer, () -> providers.webhook(query));
    }

    @Override
    public void searchWebhooks(SearchWebhooksQuery query, StreamObserver<SearchWebhooksResponse> answer) {
        Queries.answer(answer, () -> providers.search(query));
    }
}
