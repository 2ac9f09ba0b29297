package dev.vesper.eventstore.olddata;

import dev.vesper.config.ConfigCheck;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the command is told, by the keys and variables of the service.
 *
 * @param partitions of the topic, by which each event's partition is computed
 * @param killAt for tests, see {@code vesper.test.kill-at}
 */
record OldDataInput(OldDatabase database, int partitions, OldDataSettings settings, Optional<String> killAt) {
    private static final int STRONGEST = 200;
    private static final String PREFIX = "vesper.old-data";
    private static final String DEFAULT_PARTITIONS = "12";

    static OldDataInput read() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredSources()
                .withConverter(Duration.class, STRONGEST, new DurationConverter())
                .withMapping(OldDataSettings.class, PREFIX)
                .withMappingIgnore("vesper.**")
                .withDefaultValue("vesper.kafka.partitions", DEFAULT_PARTITIONS)
                .build();
        if (config.getOptionalValue("vesper.postgres.url", String.class).isEmpty()) {
            throw new OldDataRefused("vesper.postgres.url (VESPER_POSTGRES_URL) does not say where the database is");
        }
        OldDatabase database = new OldDatabase(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(""),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""));
        return new OldDataInput(
                database,
                config.getValue("vesper.kafka.partitions", Integer.class),
                checked(config, config.getConfigMapping(OldDataSettings.class, PREFIX)),
                config.getOptionalValue("vesper.test.kill-at", String.class));
    }

    private static OldDataSettings checked(SmallRyeConfig config, OldDataSettings settings) {
        List<String> problems =
                ConfigCheck.of(config, PREFIX, OldDataSettings.class, settings).problems();
        if (!problems.isEmpty()) {
            throw new OldDataRefused("The configuration cannot be: " + String.join("; ", problems));
        }
        return settings;
    }
}
