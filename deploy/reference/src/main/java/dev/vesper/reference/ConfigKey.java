package dev.vesper.reference;

import java.util.Locale;

/**
 * One key of a service's configuration.
 *
 * @param name for example {@code vesper.notifications.max-attempts}; {@code *} stands for a name of the operator's choice
 * @param type for people, for example {@code Duration}
 * @param defaultValue empty where there is none
 * @param description the doc comment
 */
public record ConfigKey(String service, String name, String type, String defaultValue, String description)
        implements Comparable<ConfigKey> {

    /** The environment variable by the MicroProfile Config rule (section "Default ConfigSources"). */
    public String environmentVariable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ConfigKey other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? service.compareTo(other.service) : byName;
    }
}
