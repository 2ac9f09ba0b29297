package dev.vesper.notifier.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Values that follow from other values: Quarkus' own keys from ours, and ours from the reference system's names. */
public final class DerivedConfigSources implements ConfigSourceFactory {
    /** Below environment variables (300), so that the name of ours wins; above application.properties (250). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = new HashMap<>(ReferenceNames.translate(System.getenv()));
        String url = context.getValue("vesper.postgres.url").getValue();
        if (url != null) {
            derived.putAll(PostgresUrl.quarkusKeys(url));
        }
        return List.of(new PropertiesConfigSource(derived, "derived", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
