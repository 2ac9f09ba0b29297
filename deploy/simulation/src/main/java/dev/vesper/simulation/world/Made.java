package dev.vesper.simulation.world;

import java.lang.reflect.InvocationTargetException;

/** Makes what is nobody else's business in its service, by name, as the container does. */
final class Made {
    private Made() {}

    static Object of(String className) {
        return of(className, new Class<?>[0]);
    }

    static Object of(String className, Class<?>[] types, Object... arguments) {
        try {
            var constructor = Class.forName(className).getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
