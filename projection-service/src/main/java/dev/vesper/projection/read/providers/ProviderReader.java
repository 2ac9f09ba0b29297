package dev.vesper.projection.read.providers;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.SearchSmsProvidersResponse;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersResponse;
import dev.vesper.proto.admin.v1.SearchWebhooksResponse;
import dev.vesper.proto.admin.v1.SmsProvider;
import dev.vesper.proto.admin.v1.SmtpProvider;
import dev.vesper.proto.admin.v1.Webhook;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchSmsProvidersQuery;
import dev.vesper.proto.internal.v1.SearchSmtpProvidersQuery;
import dev.vesper.proto.internal.v1.SearchWebhooksQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
public final class ProviderReader {
    private static final Sql GET = Sql.of(ProviderReader.class, "get_provider");
    private static final Sql SEARCH = Sql.of(ProviderReader.class, "search_providers");

    private final Queries queries;

    @Inject
    ProviderReader(Queries queries) {
        this.queries = queries;
    }

    public SmtpProvider smtp(GetProviderQuery query) {
        return ProviderMessages.smtp(get(query, ProvidersProjection.SMTP));
    }

    public SmsProvider sms(GetProviderQuery query) {
        return ProviderMessages.sms(get(query, ProvidersProjection.SMS));
    }

    public Webhook webhook(GetProviderQuery query) {
        return ProviderMessages.webhook(get(query, ProvidersProjection.WEBHOOK));
    }

    public SearchSmtpProvidersResponse search(SearchSmtpProvidersQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        var active = request.hasActive() ? request.getActive() : null;
        Iterable<Row> rows = rows(query.getContext(), page, ProvidersProjection.SMTP, active);
        var answer = SearchSmtpProvidersResponse.newBuilder();
        return answer.addAllProviders(Rows.page(rows, page, "id", ProviderMessages::smtp, answer::setNextPageToken))
                .build();
    }

    public SearchSmsProvidersResponse search(SearchSmsProvidersQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        var active = request.hasActive() ? request.getActive() : null;
        Iterable<Row> rows = rows(query.getContext(), page, ProvidersProjection.SMS, active);
        var answer = SearchSmsProvidersResponse.newBuilder();
        return answer.addAllProviders(Rows.page(rows, page, "id", ProviderMessages::sms, answer::setNextPageToken))
                .build();
    }

    public SearchWebhooksResponse search(SearchWebhooksQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        var active = request.hasActive() ? request.getActive() : null;
        Iterable<Row> rows = rows(query.getContext(), page, ProvidersProjection.WEBHOOK, active);
        var answer = SearchWebhooksResponse.newBuilder();
        return answer.addAllProviders(Rows.page(rows, page, "id", ProviderMessages::webhook, answer::setNextPageToken))
                .build();
    }

    private Row get(GetProviderQuery query, String kind) {
        String instance = queries.instance(query.getContext(), "providers");
        return queries.find(GET, instance, kind, query.getId())
                .orElseThrow(() -> Refusals.notFound("PROVIDER_NOT_FOUND", "no such provider"));
    }

    private Iterable<Row> rows(QueryContext context, Page page, String kind, @Nullable Boolean active) {
        String instance = queries.instance(context, "providers");
        return queries.list(SEARCH, instance, page.date(), page.id(), page.limit(), kind, active);
    }
}
