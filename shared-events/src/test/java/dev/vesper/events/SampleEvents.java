package dev.vesper.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One full instance of each event record: every component is set, from its name and type alone. */
final class SampleEvents {
    private SampleEvents() {}

    static Event of(EventType<?> type) {
        return (Event) sample(type.recordClass());
    }

    private static Object sample(Class<?> recordClass) {
        RecordComponent[] components = recordClass.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getName(), component.getGenericType()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = recordClass.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(recordClass + " cannot be built", e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(name + "-1", name + "-2");
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> name;
            case "boolean" -> true;
            case "int" -> 7;
            case "long" -> 7_000_000_000L;
            case "java.time.Instant" -> Instant.parse("2026-01-02T03:04:05.678901Z");
            case "java.time.Duration" -> Duration.ofMillis(90_500);
            default -> sample((Class<?>) type);
        };
    }
}
