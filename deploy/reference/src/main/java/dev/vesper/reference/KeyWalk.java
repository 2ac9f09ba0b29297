package dev.vesper.reference;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.vesper.reference.ConfigSources.Interface;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Walks a configuration interface and its nested groups, as SmallRye Config names their keys. */
final class KeyWalk {
    private final String service;
    private final ConfigSources sources;

    KeyWalk(String service, ConfigSources sources) {
        this.service = service;
        this.sources = sources;
    }

    Stream<ConfigKey> keys(Interface mapping) {
        return keys(ConfigSources.prefix(mapping).orElseThrow(), mapping);
    }

    private Stream<ConfigKey> keys(String prefix, Interface group) {
        Stream<ConfigKey> inherited = group.tree().getImplementsClause().stream()
                .flatMap(parent -> sources.find(parent.toString(), group).stream())
                .flatMap(parent -> keys(prefix, parent));
        Stream<ConfigKey> own = group.tree().getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(KeyWalk::isKey)
                .flatMap(method -> keys(prefix, group, method));
        return Stream.concat(inherited, own);
    }

    private Stream<ConfigKey> keys(String prefix, Interface group, MethodTree method) {
        String name = name(prefix, method);
        Tree type = method.getReturnType();
        if (type instanceof ParameterizedTypeTree map
                && map.getType().toString().equals("Map")) {
            return keysOfType(name + ".*", group, method, map.getTypeArguments().get(1));
        }
        if (type instanceof ParameterizedTypeTree optional
                && optional.getType().toString().equals("Optional")) {
            return keysOfType(name, group, method, optional.getTypeArguments().getFirst());
        }
        return keysOfType(name, group, method, type);
    }

    private Stream<ConfigKey> keysOfType(String name, Interface group, MethodTree method, Tree type) {
        List<Interface> nested = sources.find(type.toString(), group).stream().toList();
        if (!nested.isEmpty()) {
            return keys(name, nested.getFirst());
        }
        String defaultValue =
                ConfigSources.annotation(method.getModifiers(), "WithDefault").orElse("");
        return Stream.of(new ConfigKey(service, name, type.toString(), defaultValue, sources.comment(group, method)));
    }

    private static boolean isKey(MethodTree method) {
        return method.getParameters().isEmpty()
                && !method.getModifiers().getFlags().contains(Modifier.STATIC)
                && !method.getModifiers().getFlags().contains(Modifier.DEFAULT);
    }

    private static String name(String prefix, MethodTree method) {
        if (ConfigSources.annotation(method.getModifiers(), "WithParentName").isPresent()) {
            return prefix;
        }
        String own = ConfigSources.annotation(method.getModifiers(), "WithName")
                .orElseGet(() -> kebab(method.getName().toString()));
        return prefix + "." + own;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
