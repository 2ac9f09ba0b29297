package dev.vesper.projection.read.providers;

import dev.vesper.events.SmsConfigEvent.SmsConfig;
import dev.vesper.events.SmtpConfigEvent.SmtpConfig;
import dev.vesper.events.WebhookEvent.WebhookConfig;
import dev.vesper.projection.answer.Rows;
import dev.vesper.proto.admin.v1.HttpProvider;
import dev.vesper.proto.admin.v1.SmsProvider;
import dev.vesper.proto.admin.v1.SmtpAuthMethod;
import dev.vesper.proto.admin.v1.SmtpProvider;
import dev.vesper.proto.admin.v1.SmtpSecurity;
import dev.vesper.proto.admin.v1.SmtpServer;
import dev.vesper.proto.admin.v1.TwilioAccount;
import dev.vesper.proto.admin.v1.Webhook;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Rows of providers as the messages have them. */
final class ProviderMessages {
    private ProviderMessages() {}

    static SmtpProvider smtp(Row row) {
        var config = ProviderJson.read(row.getString("config"), SmtpConfig.class);
        var provider = SmtpProvider.newBuilder()
                .setId(row.getString("id"))
                .setActive(row.getBoolean("active"))
                .setHasSecret(row.getBoolean("has_secret"))
                .setDetails(Rows.details(row))
                .setDescription(config.description());
        return (config.endpoint() == null
                        ? provider.setServer(server(config))
                        : provider.setHttp(http(config.endpoint())))
                .build();
    }

    static SmsProvider sms(Row row) {
        var config = ProviderJson.read(row.getString("config"), SmsConfig.class);
        var provider = SmsProvider.newBuilder()
                .setId(row.getString("id"))
                .setActive(row.getBoolean("active"))
                .setHasSecret(row.getBoolean("has_secret"))
                .setDetails(Rows.details(row))
                .setDescription(config.description());
        return (config.endpoint() == null
                        ? provider.setTwilio(TwilioAccount.newBuilder()
                                .setSid(text(config.sid()))
                                .setSenderNumber(text(config.senderNumber()))
                                .setVerifyServiceSid(text(config.verifyServiceSid())))
                        : provider.setHttp(http(config.endpoint())))
                .build();
    }

    static Webhook webhook(Row row) {
        var config = ProviderJson.read(row.getString("config"), WebhookConfig.class);
        return Webhook.newBuilder()
                .setId(row.getString("id"))
                .setActive(row.getBoolean("active"))
                .setHasSecret(row.getBoolean("has_secret"))
                .setDetails(Rows.details(row))
                .setName(config.name())
                .setEndpoint(config.endpoint())
                .addAllEventTypes(config.eventTypes())
                .build();
    }

    private static SmtpServer server(SmtpConfig config) {
        return SmtpServer.newBuilder()
                .setHost(text(config.host()))
                .setSecurity(SmtpSecurity.valueOf(config.security()))
                .setAuthMethod(SmtpAuthMethod.valueOf(config.authMethod()))
                .setUser(text(config.user()))
                .setSenderAddress(text(config.senderAddress()))
                .setSenderName(text(config.senderName()))
                .setReplyToAddress(text(config.replyToAddress()))
                .build();
    }

    private static HttpProvider http(String endpoint) {
        return HttpProvider.newBuilder().setEndpoint(endpoint).build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
