package dev.vesper.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigurationTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "vesper.internal.credential", "0123456789abcdef",
            "vesper.eventstore.address", "127.0.0.1:8081",
            "vesper.projection.address", "127.0.0.1:8082");

    @Test
    void each_key_has_the_default_that_its_reference_names() {
        Configuration configuration = read(Map.of());

        assertThat(configuration.internal().callTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.kafka().bootstrap()).isEqualTo("127.0.0.1:8086");
        assertThat(configuration.kafka().topic()).isEqualTo("vesper.events");
        assertThat(configuration.kafka().partitions()).isEqualTo(12);
        assertThat(configuration.log().json()).isTrue();
        Configuration.Oidc oidc = configuration.oidc();
        assertThat(oidc.externalUrls()).isEmpty();
        assertThat(oidc.trustedProxies()).isEmpty();
        assertThat(oidc.formLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(oidc.userAgentCookieLifetime()).isEqualTo(Duration.ofDays(365));
        assertThat(oidc.maxSessionsPerUserAgent()).isEqualTo(20);
        assertThat(oidc.maxSessionsPerPerson()).isEqualTo(100);
        assertThat(oidc.sessionManagement().enabled()).isFalse();
        assertThat(oidc.endSession().maxWait()).isZero();
        assertThat(oidc.endSession().frontChannelTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(oidc.endSession().statusInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(oidc.endSession().statusTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(oidc.endSession().statusStreams()).isEqualTo(500);
        assertThat(oidc.signing().threads()).isZero();
        assertThat(oidc.signing().queue()).isEqualTo(1000);
        assertThat(oidc.signing().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(oidc.signing().keyRefresh()).isEqualTo(Duration.ofMinutes(1));
        assertThat(oidc.signing().jwksMaxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(oidc.cache().tokens()).isEqualTo(100_000);
        assertThat(oidc.cache().clients()).isEqualTo(10_000);
        assertThat(oidc.cache().lifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(oidc.cache().changes()).isEqualTo(200_000);
        assertThat(oidc.cache().trustWithoutWatermark()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void each_key_can_be_set() {
        Configuration configuration = read(Map.ofEntries(
                Map.entry("vesper.internal.call-timeout", "1s"),
                Map.entry("vesper.kafka.bootstrap", "kafka:9092"),
                Map.entry("vesper.kafka.topic", "events"),
                Map.entry("vesper.kafka.partitions", "3"),
                Map.entry("vesper.log.json", "false"),
                Map.entry("vesper.oidc.external-urls", "https://a.example,https://b.example"),
                Map.entry("vesper.oidc.trusted-proxies", "10.0.0.0/8"),
                Map.entry("vesper.oidc.form-lifetime", "2s"),
                Map.entry("vesper.oidc.user-agent-cookie-lifetime", "3s"),
                Map.entry("vesper.oidc.max-sessions-per-user-agent", "4"),
                Map.entry("vesper.oidc.max-sessions-per-person", "20"),
                Map.entry("vesper.oidc.session-management.enabled", "true"),
                Map.entry("vesper.oidc.end-session.max-wait", "15s"),
                Map.entry("vesper.oidc.end-session.front-channel-timeout", "16s"),
                Map.entry("vesper.oidc.end-session.status-interval", "17s"),
                Map.entry("vesper.oidc.end-session.status-timeout", "18s"),
                Map.entry("vesper.oidc.end-session.status-streams", "19"),
                Map.entry("vesper.oidc.signing.threads", "5"),
                Map.entry("vesper.oidc.signing.queue", "6"),
                Map.entry("vesper.oidc.signing.timeout", "7s"),
                Map.entry("vesper.oidc.signing.key-refresh", "8s"),
                Map.entry("vesper.oidc.signing.jwks-max-age", "9s"),
                Map.entry("vesper.oidc.cache.tokens", "10"),
                Map.entry("vesper.oidc.cache.clients", "11"),
                Map.entry("vesper.oidc.cache.lifetime", "12s"),
                Map.entry("vesper.oidc.cache.changes", "13"),
                Map.entry("vesper.oidc.cache.trust-without-watermark", "14s")));

        assertThat(configuration.internal().callTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(configuration.internal().credential()).isEqualTo("0123456789abcdef");
        assertThat(configuration.eventstore().address()).isEqualTo("127.0.0.1:8081");
        assertThat(configuration.projection().address()).isEqualTo("127.0.0.1:8082");
        assertThat(configuration.kafka().bootstrap()).isEqualTo("kafka:9092");
        assertThat(configuration.kafka().topic()).isEqualTo("events");
        assertThat(configuration.kafka().partitions()).isEqualTo(3);
        assertThat(configuration.log().json()).isFalse();
        Configuration.Oidc oidc = configuration.oidc();
        assertThat(oidc.externalUrls())
                .contains(List.of(URI.create("https://a.example"), URI.create("https://b.example")));
        assertThat(oidc.trustedProxies()).contains(List.of("10.0.0.0/8"));
        assertThat(oidc.formLifetime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(oidc.userAgentCookieLifetime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(oidc.maxSessionsPerUserAgent()).isEqualTo(4);
        assertThat(oidc.maxSessionsPerPerson()).isEqualTo(20);
        assertThat(oidc.sessionManagement().enabled()).isTrue();
        assertThat(oidc.endSession().maxWait()).isEqualTo(Duration.ofSeconds(15));
        assertThat(oidc.endSession().frontChannelTimeout()).isEqualTo(Duration.ofSeconds(16));
        assertThat(oidc.endSession().statusInterval()).isEqualTo(Duration.ofSeconds(17));
        assertThat(oidc.endSession().statusTimeout()).isEqualTo(Duration.ofSeconds(18));
        assertThat(oidc.endSession().statusStreams()).isEqualTo(19);
        assertThat(oidc.signing().threads()).isEqualTo(5);
        assertThat(oidc.signing().queue()).isEqualTo(6);
        assertThat(oidc.signing().timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(oidc.signing().keyRefresh()).isEqualTo(Duration.ofSeconds(8));
        assertThat(oidc.signing().jwksMaxAge()).isEqualTo(Duration.ofSeconds(9));
        assertThat(oidc.cache().tokens()).isEqualTo(10);
        assertThat(oidc.cache().clients()).isEqualTo(11);
        assertThat(oidc.cache().lifetime()).isEqualTo(Duration.ofSeconds(12));
        assertThat(oidc.cache().changes()).isEqualTo(13);
        assertThat(oidc.cache().trustWithoutWatermark()).isEqualTo(Duration.ofSeconds(14));
    }

    private static Configuration read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(Configuration.class)
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(Configuration.class);
    }
}
