package dev.vesper.simulation.rewriting;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which calls go elsewhere, as the methods marked {@link InsteadOf} say. */
final class Redirections {
    private static final String CONSTRUCTOR = "<init>";

    private final Map<String, List<Redirection>> byCall = new HashMap<>();
    private final Set<String> constructed = new HashSet<>();
    private final Map<String, Class<?>> owners = new HashMap<>();

    Redirections(Class<?>... targets) {
        for (Class<?> target : targets) {
            Arrays.stream(target.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(InsteadOf.class))
                    .forEach(this::add);
        }
    }

    /** @param owner internal name of the class that the call names */
    Optional<Redirection> find(String owner, String name, MethodTypeDesc type) {
        return byCall.getOrDefault(name + parameters(type), List.of()).stream()
                .filter(found -> found.covers(owner(owner)))
                .findFirst();
    }

    Optional<Redirection> ofConstructor(String owner, MethodTypeDesc type) {
        return constructed.contains(owner) ? find(owner, CONSTRUCTOR, type) : Optional.empty();
    }

    boolean isConstructed(String owner) {
        return constructed.contains(owner);
    }

    private void add(Method target) {
        InsteadOf mark = target.getAnnotation(InsteadOf.class);
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(
                java.lang.invoke.MethodType.methodType(target.getReturnType(), target.getParameterTypes())
                        .toMethodDescriptorString());
        boolean ofInstance = !mark.constructor() && !isStatic(mark.value(), target);
        MethodTypeDesc replaced = ofInstance ? type.dropParameterTypes(0, 1) : type;
        String name = mark.constructor() ? CONSTRUCTOR : target.getName();
        if (mark.constructor()) {
            constructed.add(mark.value().getName().replace('.', '/'));
        }
        ClassDesc holder = target.getDeclaringClass().describeConstable().orElseThrow();
        byCall.computeIfAbsent(name + parameters(replaced), _ -> new ArrayList<>())
                .add(new Redirection(mark.value(), holder, target.getName(), type));
    }

    private static boolean isStatic(Class<?> owner, Method target) {
        return Arrays.stream(owner.getMethods())
                .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                        && method.getName().equals(target.getName())
                        && Arrays.equals(method.getParameterTypes(), target.getParameterTypes()));
    }

    private static String parameters(MethodTypeDesc type) {
        StringBuilder text = new StringBuilder();
        type.parameterList().forEach(parameter -> text.append(parameter.descriptorString()));
        return text.toString();
    }

    private Class<?> owner(String internalName) {
        return owners.computeIfAbsent(internalName, name -> {
            try {
                return Class.forName(name.replace('/', '.'), false, Redirections.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return Void.class;
            }
        });
    }

    /** @param owner whose method it was */
    record Redirection(Class<?> owner, ClassDesc holder, String name, MethodTypeDesc type) {
        boolean covers(Class<?> called) {
            return owner.isAssignableFrom(called);
        }
    }
}
