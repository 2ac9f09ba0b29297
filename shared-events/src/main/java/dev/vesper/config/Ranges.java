package dev.vesper.config;

import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks every number and duration of a configuration interface against its range. */
final class Ranges {
    private final List<String> problems;

    Ranges(List<String> problems) {
        this.problems = problems;
    }

    void check(String prefix, Class<?> mapping, Object values) {
        Arrays.stream(mapping.getMethods())
                .filter(method -> method.getParameterCount() == 0 && Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> checkValue(key(prefix, method), method, value(method, values)));
    }

    private void checkValue(String key, Method method, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(present -> checkValue(key, method, present));
            case Map<?, ?> map -> map.forEach((name, each) -> checkValue(key + "." + name, method, each));
            case Duration duration -> checkDuration(key, method, duration);
            case Long number -> checkNumber(key, method, number);
            case Integer number -> checkNumber(key, method, number);
            case Short number -> checkNumber(key, method, number);
            default -> group(value).ifPresent(group -> check(key, group, value));
        }
    }

    private void checkNumber(String key, Method method, long value) {
        long least = least(method, 1);
        if (value < least) {
            problems.add("%s must be at least %d, and is %d".formatted(key, least, value));
        }
    }

    private void checkDuration(String key, Method method, Duration value) {
        if (value.isNegative() || (value.isZero() && least(method, 1) > 0)) {
            problems.add(key + " must be longer than nothing");
        }
    }

    private static long least(Method method, long otherwise) {
        AtLeast least = method.getAnnotation(AtLeast.class);
        return least == null ? otherwise : least.value();
    }

    /** The interface of ours that a group of keys implements. */
    private static Optional<Class<?>> group(Object value) {
        return Arrays.<Class<?>>stream(value.getClass().getInterfaces())
                .filter(type -> type.getName().startsWith("dev.vesper."))
                .findFirst();
    }

    private static @Nullable Object value(Method method, Object values) {
        try {
            method.setAccessible(true);
            return method.invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method + " cannot be read", e);
        }
    }

    private static String key(String prefix, Method method) {
        return Names.parent(method) ? prefix : prefix + "." + Names.of(method);
    }

    /** How SmallRye Config names the keys of a mapping. */
    private static final class Names {
        static boolean parent(Method method) {
            return method.isAnnotationPresent(WithParentName.class);
        }

        static String of(Method method) {
            WithName named = method.getAnnotation(WithName.class);
            return named == null
                    ? method.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT)
                    : named.value();
        }
    }
}
