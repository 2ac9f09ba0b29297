package dev.vesper.eventstore.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EventstoreConfigTest {
    private static final Map<String, Method> KEYS = Keys.of(EventstoreConfig.class, "vesper");

    private static final Map<String, String> REQUIRED = Map.of(
            "vesper.postgres.url", "postgresql://127.0.0.1/vesper",
            "vesper.internal.credential", "0123456789abcdef");

    /** A default that changes is a change for every operator: the file makes it visible in review. */
    @Test
    void each_key_has_the_default_that_the_reviewed_list_names() throws IOException {
        var actual = KEYS.entrySet().stream()
                .map(key -> key.getKey() + " = " + Keys.shownDefault(key.getValue()))
                .toList();

        assertThat(actual).containsAll(resource("eventstore-keys.txt").lines().toList());
    }

    @Test
    void only_what_no_default_can_know_must_be_set() {
        assertThat(read(REQUIRED).getConfigMapping(EventstoreConfig.class)).isNotNull();
        assertThat(KEYS.entrySet().stream()
                        .filter(key -> Keys.shownDefault(key.getValue()).equals("(required)"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(REQUIRED.keySet());
    }

    @Test
    void each_key_can_be_set() throws ReflectiveOperationException {
        var values = new TreeMap<String, String>();
        KEYS.forEach((key, method) -> values.put(key, other(method)));

        var config = read(values).getConfigMapping(EventstoreConfig.class);

        for (var key : values.keySet()) {
            assertThat(text(valueOf(config, key))).as(key).isEqualTo(values.get(key));
        }
    }

    @Test
    void what_may_still_be_asked_for_is_never_archived() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start("vesper.retention.notification-age", "24h"))
                .withMessageContaining("vesper.retention");
        assertThatCode(() -> start("vesper.retention.notification-age", "25h")).doesNotThrowAnyException();
    }

    @Test
    void pauses_of_relay_and_writers_have_an_end() {
        Map.of(
                        "vesper.relay.gather", "1001ms",
                        "vesper.relay.cursor-interval", "61s",
                        "vesper.event-log.batch-patience-micros", "20001")
                .forEach((key, value) -> assertThatIllegalStateException()
                        .isThrownBy(() -> start(key, value))
                        .withMessageContaining(key));
        assertThatCode(() -> start("vesper.relay.gather", "1s")).doesNotThrowAnyException();
        assertThatCode(() -> start("vesper.event-log.batch-patience-micros", "0"))
                .doesNotThrowAnyException();
    }

    private static void start(String key, String value) {
        var values = new TreeMap<>(REQUIRED);
        values.put(key, value);
        SmallRyeConfig config = read(values);
        new StartCheck().check(new StartupEvent(), config, config.getConfigMapping(EventstoreConfig.class));
    }

    private static SmallRyeConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(EventstoreConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }

    /** Another value than the default, in the form in which {@link #text} gives it back. */
    private static String other(Method method) {
        var type = method.getGenericReturnType().getTypeName();
        if (type.equals("boolean")) {
            return Boolean.toString(!Boolean.parseBoolean(Keys.shownDefault(method)));
        }
        if (type.equals("int") || type.equals("long") || type.equals("short") || type.endsWith("MemorySize")) {
            return "4711";
        }
        if (type.contains("Duration")) {
            return "PT47S";
        }
        return type.contains("URI") ? "https://other.example" : "other";
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> text(optional.orElseThrow());
            case Collection<?> all -> text(all.iterator().next());
            case MemorySize size -> Long.toString(size.asLongValue());
            default -> value.toString();
        };
    }

    private static Object valueOf(Object mapping, String key) throws ReflectiveOperationException {
        Object value = mapping;
        for (var step : key.substring("vesper.".length()).split("\\.", -1)) {
            value = reader(value, step).invoke(value);
        }
        return value;
    }

    /** Of the interface: the class behind it is generated and not open. */
    private static Method reader(Object group, String step) throws NoSuchMethodException {
        for (var mapping : group.getClass().getInterfaces()) {
            for (var method : mapping.getMethods()) {
                if (method.getParameterCount() == 0
                        && Keys.kebab(method.getName()).equals(step)) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(step);
    }

    private static String resource(String name) throws IOException {
        try (var file = EventstoreConfigTest.class.getResourceAsStream("/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
