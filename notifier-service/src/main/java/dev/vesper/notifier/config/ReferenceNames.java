package dev.vesper.notifier.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The reference system's environment names for this block, its well-known misspelling among them. */
public final class ReferenceNames {
    /** The right spelling goes before the wrong one. */
    private static final List<String> PREFIXES = List.of("ZITADEL_NOTIFIACATIONS_", "ZITADEL_NOTIFICATIONS_");

    private static final List<String> KEYS = List.of(
            "workers",
            "bulk-limit",
            "requeue-every",
            "retry-workers",
            "retry-requeue-every",
            "handle-active-instances",
            "transaction-duration",
            "max-attempts",
            "max-ttl",
            "min-retry-delay",
            "max-retry-delay",
            "retry-delay-factor");

    private ReferenceNames() {}

    static Map<String, String> translate(Map<String, String> environment) {
        Map<String, String> translated = new HashMap<>();
        for (String prefix : PREFIXES) {
            for (String key : KEYS) {
                String value = environment.get(alias(prefix, key));
                if (value != null) {
                    translated.put("vesper.notifications." + key, value);
                }
            }
        }
        return translated;
    }

    /** @return one line per such name that is set, to tell the operator the name of ours */
    public static List<String> notices(Map<String, String> environment) {
        TreeSet<String> notices = new TreeSet<>();
        for (String prefix : PREFIXES) {
            for (String key : KEYS) {
                if (environment.containsKey(alias(prefix, key))) {
                    notices.add(alias(prefix, key) + " is accepted as VESPER_NOTIFICATIONS_"
                            + key.replace('-', '_').toUpperCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(notices);
    }

    private static String alias(String prefix, String key) {
        return prefix + key.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
