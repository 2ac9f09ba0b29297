package dev.vesper.projection.read.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.Event;
import dev.vesper.events.SmsConfigEvent;
import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.events.SmtpConfigEvent;
import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.events.WebhookEvent;
import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.admin.v1.SearchSmtpProvidersRequest;
import dev.vesper.proto.admin.v1.SmtpProvider;
import dev.vesper.proto.internal.v1.GetProviderQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchSmtpProvidersQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProvidersTest {
    private static final EncryptedValue SECRET = new EncryptedValue(0, "aes-256-gcm", "m1", "c2VjcmV0LXRleHQ=");

    private final ReadSide readSide = new ReadSide();
    private final ProviderReader providers = new ProviderReader(readSide.queries());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_mail_server_is_shown_without_its_secret() {
        given(new SmtpConfigEvent.Added("p1", server("Mail"), SECRET), new SmtpConfigEvent.Activated("p1"));
        SmtpProvider shown = providers.smtp(get("p1"));
        assertThat(shown.getActive()).isTrue();
        assertThat(shown.getHasSecret()).isTrue();
        assertThat(shown.getServer().getHost()).isEqualTo("mail.example:587");
        assertThat(readSide.views().rows("projections.providers1").toString()).doesNotContain("c2VjcmV0");
    }

    @Test
    void a_secret_stays_known_through_a_change_that_brings_none() {
        given(
                new SmtpConfigEvent.Added("p1", server("Mail"), SECRET),
                new SmtpConfigEvent.Changed("p1", server("Other"), null));
        assertThat(providers.smtp(get("p1")).getDescription()).isEqualTo("Other");
        assertThat(providers.smtp(get("p1")).getHasSecret()).isTrue();
    }

    @Test
    void kinds_are_apart_and_what_is_removed_is_gone() {
        given(
                new SmsConfigEvent.Added("p1", new SmsConfig("Sms", null, null, null, "https://x.example"), null),
                new WebhookEvent.Added("p1", new WebhookConfig("Hook", "https://y.example", List.of("user")), null));
        assertThat(providers.sms(get("p1")).getHttp().getEndpoint()).isEqualTo("https://x.example");
        assertThat(providers.webhook(get("p1")).getEventTypesList()).containsExactly("user");
        assertThatThrownBy(() -> providers.smtp(get("p1"))).hasMessageContaining("NOT_FOUND");
        given(new SmsConfigEvent.Removed("p1"));
        assertThatThrownBy(() -> providers.sms(get("p1"))).hasMessageContaining("NOT_FOUND");
        assertThat(providers.webhook(get("p1")).getName()).isEqualTo("Hook");
    }

    @Test
    void a_search_finds_the_active_ones() {
        given(
                new SmtpConfigEvent.Added("p1", server("One"), null),
                new SmtpConfigEvent.Added("p2", server("Two"), null),
                new SmtpConfigEvent.Activated("p2"));
        assertThat(search(null)).containsExactly("p1", "p2");
        assertThat(search(true)).containsExactly("p2");
        assertThat(search(false)).containsExactly("p1");
    }

    private List<String> search(@Nullable Boolean active) {
        var request = SearchSmtpProvidersRequest.newBuilder();
        if (active != null) {
            request.setActive(active);
        }
        var query = SearchSmtpProvidersQuery.newBuilder().setContext(context()).setRequest(request);
        return providers.search(query.build()).getProvidersList().stream()
                .map(SmtpProvider::getId)
                .toList();
    }

    private void given(Event... events) {
        for (Event event : events) {
            readSide.history().add(History.INSTANCE, event);
        }
        readSide.apply();
    }

    private static SmtpConfig server(String description) {
        return new SmtpConfig(
                description,
                "mail.example:587",
                "SMTP_SECURITY_TLS",
                "SMTP_AUTH_METHOD_NONE",
                null,
                "noreply@example.com",
                null,
                null,
                null);
    }

    private static GetProviderQuery get(String id) {
        return GetProviderQuery.newBuilder().setContext(context()).setId(id).build();
    }

    private static QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(History.INSTANCE).build();
    }
}
