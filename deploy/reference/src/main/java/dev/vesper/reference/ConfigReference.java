package dev.vesper.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All configuration keys of all services. */
public final class ConfigReference {
    private static final List<String> SERVICES =
            List.of("eventstore-service", "projection-service", "notifier-service", "oidc-service");

    private ConfigReference() {}

    /**
     * @param root the repository
     * @return every key, in the order of names
     */
    public static List<ConfigKey> keys(Path root) {
        return SERVICES.stream()
                .flatMap(service -> keysOf(service, root.resolve(service).resolve("src/main/java")))
                .sorted()
                .toList();
    }

    private static Stream<ConfigKey> keysOf(String service, Path sources) {
        ConfigSources interfaces = ConfigSources.parse(sources);
        return interfaces.mappings().flatMap(mapping -> new KeyWalk(service, interfaces).keys(mapping));
    }
}
