package dev.vesper.eventstore;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings with their defaults, as the service would have them. */
public final class TestSettings {
    private TestSettings() {}

    /** @param changed keys below the prefix */
    public static <T> T of(Class<T> settings, String prefix, Map<String, String> changed) {
        Map<String, String> keys = new HashMap<>();
        changed.forEach((key, value) -> keys.put(prefix + "." + key, value));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(settings, prefix)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build()
                .getConfigMapping(settings, prefix);
    }
}
