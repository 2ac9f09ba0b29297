package dev.vesper.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.testbed.Configs;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NotifierConfigTest {
    private static final List<String> PER_KIND =
            List.of("max-attempts", "max-ttl", "min-retry-delay", "max-retry-delay", "retry-delay-factor");

    @Test
    void the_defaults_are_those_of_the_contract() {
        NotificationsConfig config = Configs.of(Map.of()).notifications();

        assertThat(config.handlers()).isEqualTo(1);
        assertThat(config.workers()).isEqualTo(1);
        assertThat(config.bulkLimit()).isEqualTo(10);
        assertThat(config.requeueEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retryWorkers()).isEqualTo(1);
        assertThat(config.retryRequeueEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.handleActiveInstances()).isZero();
        assertThat(config.transactionDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxAttempts()).isEqualTo(3);
        assertThat(config.maxTtl()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.minRetryDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.maxRetryDelay()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.retryDelayFactor()).isEqualTo(1.5);
        assertThat(config.securityEventToken().maxAttempts()).isZero();
        assertThat(config.securityEventToken().maxTtl()).isEqualTo(Duration.ofHours(24));
        assertThat(config.securityEventToken().maxRetryDelay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.securityEventToken().minRetryDelay()).isEmpty();
        assertThat(config.securityEventToken().retryDelayFactor()).isEmpty();
        assertThat(config.securityEventToken().tokenLifetime()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.securityEventToken().tellReason()).isFalse();
        assertThat(config.repeatIfJoinedWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.repeatAfter()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void every_key_of_the_block_can_be_set() {
        Map<String, String> values = new HashMap<>();
        seedBlock("9").forEach((key, value) -> values.put("vesper.notifications." + key, value));
        for (String key : PER_KIND) {
            values.put(
                    "vesper.notifications.security-event-token." + key,
                    seedBlock("9").get(key));
        }
        NotificationsConfig config = Configs.of(values).notifications();

        assertThat(List.of(config.workers(), config.bulkLimit(), config.retryWorkers(), config.maxAttempts()))
                .containsOnly(9);
        assertThat(List.of(
                        config.requeueEvery(),
                        config.retryRequeueEvery(),
                        config.handleActiveInstances(),
                        config.transactionDuration(),
                        config.maxTtl(),
                        config.minRetryDelay(),
                        config.maxRetryDelay(),
                        config.securityEventToken().maxTtl(),
                        config.securityEventToken().minRetryDelay().orElseThrow(),
                        config.securityEventToken().maxRetryDelay()))
                .containsOnly(Duration.ofSeconds(9));
        assertThat(config.retryDelayFactor()).isEqualTo(9.0);
        assertThat(config.securityEventToken().retryDelayFactor()).contains(9.0);
        assertThat(config.securityEventToken().maxAttempts()).isEqualTo(9);
    }

    @Test
    void all_problems_are_named_at_once() {
        List<String> problems = problems(Configs.of(Map.of(
                "vesper.notifications.bulk-limit", "0",
                "vesper.notifications.workers", "-1",
                "vesper.notifications.requeue-every", "0s",
                "vesper.notifications.security-event-token.token-lifetime", "15m")));

        assertThat(problems)
                .hasSize(4)
                .anyMatch(problem -> problem.contains("vesper.notifications.bulk-limit"))
                .anyMatch(problem -> problem.contains("vesper.notifications.workers"))
                .anyMatch(problem -> problem.contains("vesper.notifications.requeue-every"))
                .anyMatch(problem -> problem.contains("token-lifetime"));
        assertThat(problems(Configs.of(Map.of()))).isEmpty();
    }

    @Test
    void the_reference_systems_names_are_accepted_the_misspelled_ones_too_and_the_right_one_wins() {
        Map<String, String> environment = Map.of(
                "ZITADEL_NOTIFIACATIONS_BULKLIMIT", "7",
                "ZITADEL_NOTIFIACATIONS_WORKERS", "1",
                "ZITADEL_NOTIFICATIONS_WORKERS", "4",
                "ZITADEL_NOTIFICATIONS_RETRYREQUEUEEVERY", "3s");

        assertThat(ReferenceNames.translate(environment))
                .containsOnly(
                        Map.entry("vesper.notifications.bulk-limit", "7"),
                        Map.entry("vesper.notifications.workers", "4"),
                        Map.entry("vesper.notifications.retry-requeue-every", "3s"));
        assertThat(ReferenceNames.notices(environment))
                .hasSize(4)
                .contains("ZITADEL_NOTIFIACATIONS_BULKLIMIT is accepted as VESPER_NOTIFICATIONS_BULK_LIMIT");
    }

    private static List<String> problems(NotifierConfig config) {
        return StartCheck.of(new SmallRyeConfigBuilder().build(), config).problems();
    }

    private static Map<String, String> seedBlock(String number) {
        Map<String, String> block = new HashMap<>();
        for (String key : List.of("workers", "bulk-limit", "retry-workers", "max-attempts", "retry-delay-factor")) {
            block.put(key, number);
        }
        for (String key : List.of(
                "requeue-every",
                "retry-requeue-every",
                "handle-active-instances",
                "transaction-duration",
                "max-ttl",
                "min-retry-delay",
                "max-retry-delay")) {
            block.put(key, number + "s");
        }
        return block;
    }
}
