package dev.vesper.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The keys of all services. Every service gets the same environment, so each must tell a key of another service from a
 * misspelt one. The list is generated from the configuration interfaces.
 */
final class KnownKeys {
    private static final List<Pattern> NAMES =
            read().lines().map(KnownKeys::pattern).toList();
    private static final List<Pattern> VARIABLES =
            read().lines().map(name -> pattern(variable(name))).toList();

    /** Of the one command, which passes all of its environment on. */
    private static final Set<String> COMMAND_VARIABLES = Set.of("VESPER_MASTER_KEY", "VESPER_LOCAL_DETACHED");

    /** System properties of the test runs, which say where PostgreSQL and Kafka come from. */
    private static final String OF_TESTS = "vesper.backing";

    private KnownKeys() {}

    /**
     * @param propertyNames all names that the configuration holds
     * @param variables all names of the environment
     * @return one sentence per name that no service knows
     */
    static List<String> unknown(Iterable<String> propertyNames, Set<String> variables) {
        var badNames = StreamSupport.stream(propertyNames.spliterator(), false)
                .filter(name -> name.startsWith("vesper.") && !name.startsWith(OF_TESTS))
                .filter(name -> !variables.contains(variable(name))) // Names made of variables, dots for all dashes.
                .filter(name ->
                        NAMES.stream().noneMatch(known -> known.matcher(name).matches()));
        var badVariables = variables.stream()
                .filter(name -> name.startsWith("VESPER_") && !COMMAND_VARIABLES.contains(name))
                .filter(name -> VARIABLES.stream()
                        .noneMatch(known -> known.matcher(name).matches()));
        return Stream.concat(badNames, badVariables)
                .distinct()
                .sorted()
                .map(name -> name + " is no key of any service; docs/configuration.md lists them all")
                .toList();
    }

    /** A {@code *} is a name of the operator's choice; a list's elements may be numbered. */
    private static Pattern pattern(String name) {
        return Pattern.compile(Pattern.quote(name).replace("*", "\\E[^.]+\\Q") + "(\\[\\d+])?(_\\d+_)?");
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
    }

    private static String read() {
        try (InputStream keys = KnownKeys.class.getResourceAsStream("keys.txt")) {
            return new String(Objects.requireNonNull(keys, "keys.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
