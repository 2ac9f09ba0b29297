package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LogConfigTest {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("lanes", 2),
            Map.entry("spanningLanes", 4),
            Map.entry("batchPushes", 64),
            Map.entry("batchEvents", 1000),
            Map.entry("batchPatienceMicros", 200),
            Map.entry("queuePushes", 1024),
            Map.entry("retryAfter", Duration.ofMillis(100)),
            Map.entry("pushTimeout", Duration.ofSeconds(5)),
            Map.entry("batchLockTimeout", Duration.ofMillis(50)),
            Map.entry("singleLockTimeout", Duration.ofMillis(500)),
            Map.entry("transactionTimeout", Duration.ofSeconds(2)),
            Map.entry("answerTimeout", Duration.ofSeconds(5)),
            Map.entry("pageEvents", 500),
            Map.entry("scanEvents", 5000),
            Map.entry("maxFilterValues", 1000),
            Map.entry("clockTolerance", Duration.ofMinutes(1)),
            Map.entry("maxNameBytes", 255),
            Map.entry("maxUniqueBytes", 1024),
            Map.entry("readerStall", Duration.ofSeconds(30)),
            Map.entry("maxEvents", 1000),
            Map.entry("maxConditions", 1000),
            Map.entry("maxPayloadBytes", 262_144),
            Map.entry("maxPushBytes", 4_194_304),
            Map.entry("answersKept", Duration.ofDays(1)),
            Map.entry("purgeInterval", Duration.ofMinutes(10)),
            Map.entry("purgeRows", 5000),
            Map.entry("metricsInterval", Duration.ofSeconds(5)));

    @Test
    void has_defaults_for_everything() {
        assertThat(values(TestLogs.config(Map.of()))).isEqualTo(DEFAULTS);
    }

    @Test
    void every_key_can_be_set() {
        Map<String, String> all =
                DEFAULTS.keySet().stream().collect(Collectors.toMap(LogConfigTest::key, LogConfigTest::otherText));

        assertThat(values(TestLogs.config(all)))
                .allSatisfy((name, value) -> assertThat(value)
                        .isEqualTo(
                                DEFAULTS.get(name) instanceof Duration ? (Object) Duration.ofMillis(7) : (Object) 7));
    }

    private static String otherText(String name) {
        return DEFAULTS.get(name) instanceof Duration ? "7ms" : "7";
    }

    private static String key(String name) {
        return "vesper.event-log." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> values(LogConfig config) {
        return Arrays.stream(LogConfig.class.getMethods()).collect(Collectors.toMap(Method::getName, value(config)));
    }

    private static Function<Method, Object> value(LogConfig config) {
        return method -> {
            try {
                return method.invoke(config);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        };
    }
}
