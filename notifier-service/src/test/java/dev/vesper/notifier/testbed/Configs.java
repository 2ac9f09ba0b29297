package dev.vesper.notifier.testbed;

import dev.vesper.notifier.config.NotifierConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations as the service reads them, from given values alone. */
public final class Configs {
    private Configs() {}

    public static NotifierConfig of(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of(
                "vesper.internal.credential",
                FakeServices.CREDENTIAL,
                "vesper.postgres.url",
                "postgresql://user:password@localhost:1/db"));
        all.putAll(values);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(NotifierConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(NotifierConfig.class);
    }
}
