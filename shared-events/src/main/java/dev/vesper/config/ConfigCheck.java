package dev.vesper.config;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Collects all problems of a configuration, so that a start that fails names them at once. */
public final class ConfigCheck {
    private final List<String> problems = new ArrayList<>();

    private ConfigCheck() {}

    /**
     * Finds keys that no service has, and values out of their range.
     *
     * @param mapping the service's configuration interface, see {@link AtLeast}
     * @param prefix what its keys begin with, for example {@code vesper}
     */
    public static <T> ConfigCheck of(Config config, String prefix, Class<T> mapping, T values) {
        ConfigCheck check = new ConfigCheck();
        check.problems.addAll(
                KnownKeys.unknown(config.getPropertyNames(), System.getenv().keySet()));
        new Ranges(check.problems).check(prefix, mapping, values);
        return check;
    }

    /** One more rule of the service's own. */
    public ConfigCheck require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
        return this;
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** @throws IllegalStateException that names every problem */
    public void orStop() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the configuration has %d problem%s: %s"
                    .formatted(problems.size(), problems.size() == 1 ? "" : "s", String.join("; ", problems)));
        }
    }
}
