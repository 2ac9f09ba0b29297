package dev.vesper.simulation.platform;

import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Violation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A large interface of a library, of which an object answers the methods that the services call. Others are refused. */
public final class Adapter {
    private static final Map<Method, Map<Class<?>, Method>> FOUND = new ConcurrentHashMap<>();

    private Adapter() {}

    public static <T> T of(Class<T> type, Object answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(answering, proxy, method, arguments)));
    }

    private static @Nullable Object answer(Object answering, Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> answering.toString();
            };
        }
        Method target = FOUND.computeIfAbsent(method, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(answering.getClass(), type -> find(type, method));
        try {
            return target.invoke(answering, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Method find(Class<?> type, Method method) {
        try {
            Method found = type.getMethod(method.getName(), method.getParameterTypes());
            found.setAccessible(true);
            return found;
        } catch (NoSuchMethodException e) {
            Violation unknown = new Violation("the simulation does not answer " + method, e);
            Actor.current().host().scheduler().fail(unknown);
            throw unknown;
        }
    }
}
