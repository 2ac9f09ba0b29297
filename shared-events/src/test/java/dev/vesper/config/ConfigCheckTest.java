package dev.vesper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConfigCheckTest {
    @ConfigMapping(prefix = "vesper")
    public interface Settings {
        @WithDefault("1")
        int lanes();

        @AtLeast(0)
        @WithDefault("0")
        int workers();

        Group group();

        interface Group {
            @WithDefault("PT2S")
            Duration everyNow();

            @AtLeast(0)
            Optional<Duration> grace();
        }
    }

    @Test
    void acceptsTheDefaults() {
        assertThat(problems(Map.of("vesper.group.grace", "PT0S"))).isEmpty();
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThat(problems(Map.of(
                        "vesper.lanes", "0",
                        "vesper.workers", "-1",
                        "vesper.group.every-now", "PT0S",
                        "vesper.group.grace", "PT-1S",
                        "vesper.notifications.max-atempts", "3")))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).isEqualTo("vesper.lanes must be at least 1, and is 0"),
                        problem -> assertThat(problem).isEqualTo("vesper.workers must be at least 0, and is -1"),
                        problem -> assertThat(problem).contains("vesper.group.every-now"),
                        problem -> assertThat(problem).contains("vesper.group.grace"),
                        problem -> assertThat(problem).contains("vesper.notifications.max-atempts is no key"));
    }

    @Test
    void findsAMisspeltVariableAndPassesTheKeysOfAllServices() {
        assertThat(KnownKeys.unknown(
                        List.of("vesper.relay.shards", "vesper.oidc.external.urls", "quarkus.http.port"),
                        Set.of("VESPER_RELAY_SHARDS", "VESPER_OIDC_EXTERNAL_URLS", "PATH", "VESPER_RELAY_SHARD")))
                .singleElement()
                .asString()
                .startsWith("VESPER_RELAY_SHARD is no key");
    }

    @Test
    void stopsTheStartWithAllOfThem() {
        assertThatThrownBy(() -> check(Map.of("vesper.lanes", "0"))
                        .require(false, "one more thing")
                        .orStop())
                .hasMessageContaining("problems: ")
                .hasMessageContaining("vesper.lanes")
                .hasMessageContaining("one more thing");
    }

    private static List<String> problems(Map<String, String> properties) {
        return check(properties).problems().stream()
                .filter(problem -> !problem.startsWith("vesper.lanes is no key")
                        && !problem.startsWith("vesper.workers is no key")
                        && !problem.startsWith("vesper.group.every-now is no key")
                        && !problem.startsWith("vesper.group.grace is no key"))
                .toList();
    }

    private static ConfigCheck check(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(Settings.class)
                .withValidateUnknown(false)
                .build();
        return ConfigCheck.of(config, "vesper", Settings.class, config.getConfigMapping(Settings.class));
    }
}
