package dev.vesper.notifier.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Our keys from the reference system's names. */
public final class DerivedConfigSources implements ConfigSourceFactory {
    /** Below environment variables (300), so that the name of ours wins; above application.properties (250). */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = ReferenceNames.translate(System.getenv());
        return List.of(new PropertiesConfigSource(derived, "reference names", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
