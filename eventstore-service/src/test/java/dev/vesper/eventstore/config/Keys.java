package dev.vesper.eventstore.config;

import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of a mapping interface and of the groups in it, by reflection, so that no test can forget one. */
final class Keys {
    private Keys() {}

    /** @return the method that reads each key */
    static Map<String, Method> of(Class<?> mapping, String prefix) {
        Map<String, Method> keys = new TreeMap<>();
        for (var method : mapping.getDeclaredMethods()) {
            var key = prefix + "." + kebab(method.getName());
            if (method.getReturnType() == Map.class) {
                continue; // Its keys have names of the operator's choice.
            }
            if (isGroup(method)) {
                keys.putAll(of(method.getReturnType(), key));
            } else {
                keys.put(key, method);
            }
        }
        return keys;
    }

    static String shownDefault(Method method) {
        var given = method.getAnnotation(WithDefault.class);
        if (given != null) {
            return given.value();
        }
        return method.getReturnType() == Optional.class ? "(none)" : "(required)";
    }

    static boolean isGroup(Method method) {
        return method.getReturnType().isInterface()
                && method.getReturnType().getPackageName().startsWith("dev.vesper");
    }

    static String kebab(String name) {
        return String.join(
                "-",
                Arrays.stream(name.split("(?=[A-Z])", -1))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
