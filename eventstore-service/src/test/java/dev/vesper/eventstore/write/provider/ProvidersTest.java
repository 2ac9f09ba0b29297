package dev.vesper.eventstore.write.provider;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.events.SmtpConfigEvent;
import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProvidersTest {
    private static final String SECRET = "a password of a mail server";

    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final ProviderCommands<SmtpConfig> smtp =
            new ProviderCommands<>(side.pipeline, side.masterKey, side.ids, new SmtpKind());
    private final ProviderCommands<SmsConfig> sms =
            new ProviderCommands<>(side.pipeline, side.masterKey, side.ids, new SmsKind());
    private final ProviderCommands<WebhookConfig> webhooks =
            new ProviderCommands<>(side.pipeline, side.masterKey, side.ids, new WebhookKind());

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void of_several_mail_servers_one_is_active() {
        String one = smtp.create(ADMIN, server("one:587"), SECRET).id();
        String two = smtp.create(ADMIN, server("two:587"), "").id();
        smtp.activate(ADMIN, one);
        long sequence = smtp.activate(ADMIN, one).sequence();
        assertThat(smtp.activate(ADMIN, two).sequence()).isEqualTo(sequence + 2);
        assertThat(log.events())
                .extracting(RecordedEvent::type)
                .endsWith("instance.smtp.config.deactivated", "instance.smtp.config.activated");
        smtp.deactivate(ADMIN, two);
        smtp.remove(ADMIN, two);
        rejected("SMTP_NOT_FOUND", () -> smtp.activate(ADMIN, two));
    }

    @Test
    void of_several_webhooks_all_may_be_active() {
        String one = webhooks.create(ADMIN, webhook("https://one.example"), "").id();
        String two = webhooks.create(ADMIN, webhook("https://two.example"), "").id();
        webhooks.activate(ADMIN, one);
        webhooks.activate(ADMIN, two);
        assertThat(log.events().getLast().type()).isEqualTo("instance.webhook.activated");
        assertThat(log.events()).extracting(RecordedEvent::type).doesNotContain("instance.webhook.deactivated");
    }

    @Test
    void a_secret_is_encrypted_in_the_log_and_not_in_the_topic() {
        String id = smtp.create(ADMIN, server("one:587"), SECRET).id();
        RecordedEvent added = log.events().getLast();
        assertThat(added.payload()).doesNotContain(SECRET);
        assertThat(EventCodec.withoutSecrets(added.type(), added.revision(), added.payload()))
                .contains("\"secret\":\"secret\"");
        var event = (SmtpConfigEvent.Added) side.journal.decode(added);
        assertThat(side.masterKey.unwrap(Objects.requireNonNull(event.secret()), "provider/" + id))
                .isEqualTo(SECRET);
    }

    @Test
    void whoever_sends_can_have_a_secret_opened() {
        var secrets = new ProviderSecrets(side.pipeline.aggregates(), side.masterKey);
        String one = smtp.create(ADMIN, server("one:587"), SECRET).id();
        String two = smtp.create(ADMIN, server("two:587"), "").id();
        assertThat(secrets.find(WriteSide.INSTANCE, "smtp", one)).contains(SECRET);
        assertThat(secrets.find(WriteSide.INSTANCE, "smtp", two)).contains("");
        assertThat(secrets.find(WriteSide.INSTANCE, "sms", one)).isEmpty();
        assertThat(secrets.find(WriteSide.INSTANCE, "none", one)).isEmpty();
        assertThat(secrets.find("other", "smtp", one)).isEmpty();
    }

    @Test
    void a_secret_stays_unless_another_is_given_and_never_goes_to_another_host_by_itself() {
        String id = smtp.create(ADMIN, server("one:587"), SECRET).id();
        long sequence = smtp.update(ADMIN, id, server("one:587"), "").sequence();
        smtp.update(ADMIN, id, renamed(server("one:587")), "");
        assertThat(log.events().getLast().sequence()).isEqualTo(sequence + 1);
        rejected("SECRET_REQUIRED", () -> smtp.update(ADMIN, id, server("evil.example:25"), ""));
        smtp.update(ADMIN, id, server("two:587"), "another");
    }

    @Test
    void bad_configurations_are_refused_by_their_field() {
        invalid("server.host", () -> smtp.create(ADMIN, server("no port"), ""));
        invalid("server.host", () -> smtp.create(ADMIN, server(""), ""));
        invalid("http.endpoint", () -> sms.create(ADMIN, sms("d", "ftp://x.example"), ""));
        invalid("http.endpoint", () -> sms.create(ADMIN, sms("d", "https://user@x.example"), ""));
        invalid("description", () -> sms.create(ADMIN, sms(" ", "https://x.example"), ""));
        invalid("twilio.sid", () -> sms.create(ADMIN, new SmsConfig("d", null, "+41", null, null), ""));
        invalid("secret", () -> sms.create(ADMIN, sms("d", "https://x.example"), "x".repeat(2_000)));
        invalid("endpoint", () -> webhooks.create(ADMIN, webhook("file:///etc/passwd"), ""));
        invalid(
                "eventTypes",
                () -> webhooks.create(ADMIN, new WebhookConfig("n", "https://x.example", List.of("User Human")), ""));
    }

    private static SmtpConfig server(String host) {
        return new SmtpConfig(
                "Mail",
                host,
                "SMTP_SECURITY_TLS",
                "SMTP_AUTH_METHOD_PLAIN",
                "user",
                "noreply@example.com",
                null,
                null,
                null);
    }

    private static SmtpConfig renamed(SmtpConfig config) {
        return new SmtpConfig(
                "Renamed",
                config.host(),
                config.security(),
                config.authMethod(),
                config.user(),
                config.senderAddress(),
                null,
                null,
                null);
    }

    private static SmsConfig sms(String description, String endpoint) {
        return new SmsConfig(description, null, null, null, endpoint);
    }

    private static WebhookConfig webhook(String endpoint) {
        return new WebhookConfig("Hook", endpoint, List.of("user.human"));
    }

    private static void invalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.field()).isEqualTo(field));
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
