package dev.vesper.eventstore.gateway.auth;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which role holds which permission, as {@code roles.properties} says. */
@Singleton
final class RoleTable {
    /** The role that everybody has towards what is their own. */
    static final String SELF = "SELF";

    private static final String RESOURCE = "/dev/vesper/eventstore/gateway/auth/roles.properties";

    private final Map<String, Predicate<String>> permissions;

    RoleTable() {
        var lines = read();
        permissions = lines.stringPropertyNames().stream()
                .collect(toUnmodifiableMap(role -> role, role -> permissions(lines.getProperty(role))));
    }

    Set<String> roles() {
        return permissions.keySet();
    }

    /** A role that is not in the table holds nothing. */
    boolean grants(String role, String permission) {
        var held = permissions.get(role);
        return held != null && held.test(permission);
    }

    boolean grants(List<String> roles, String permission) {
        return roles.stream().anyMatch(role -> grants(role, permission));
    }

    private static Predicate<String> permissions(String line) {
        return Pattern.compile(Arrays.stream(line.strip().split("\\s+"))
                        .map(held -> Pattern.quote(held).replace("*", "\\E.*\\Q"))
                        .collect(joining("|")))
                .asMatchPredicate();
    }

    private static Properties read() {
        try (var file = RoleTable.class.getResourceAsStream(RESOURCE)) {
            var lines = new Properties();
            lines.load(file);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
