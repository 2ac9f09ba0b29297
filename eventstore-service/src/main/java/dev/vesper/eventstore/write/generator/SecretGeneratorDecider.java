package dev.vesper.eventstore.write.generator;

import dev.vesper.events.SecretGeneratorEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides how an instance makes its codes. */
final class SecretGeneratorDecider {
    static final AggregateKind<Map<GeneratorType, GeneratorSettings>, SecretGeneratorEvent> KIND = AggregateKind.of(
                    "instance", SecretGeneratorEvent.class, initialState(), SecretGeneratorDecider::evolve)
            .keptInMemory();

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;
    /** Below it, a code of the shortest length could be guessed in few tries. */
    private static final int LEAST_CHARACTERS = 10;

    private static final Duration LONGEST_EXPIRY = Duration.ofDays(90);

    private SecretGeneratorDecider() {}

    static Map<GeneratorType, GeneratorSettings> initialState() {
        return Map.of();
    }

    static List<SecretGeneratorEvent> decide(SetGenerator command, Map<GeneratorType, GeneratorSettings> state) {
        GeneratorType type = GeneratorType.ofWireName(command.generatorType())
                .orElseThrow(
                        () -> CommandRejected.notFound("SECRET_GENERATOR_NOT_FOUND", "There is no such kind of code."));
        GeneratorSettings settings = checked(command.settings());
        GeneratorSettings now = state.get(type);
        if (settings.equals(now)) {
            return List.of();
        }
        return List.of(now == null ? added(type, settings) : changed(type, settings));
    }

    static Map<GeneratorType, GeneratorSettings> evolve(
            Map<GeneratorType, GeneratorSettings> state, SecretGeneratorEvent event) {
        return switch (event) {
            case SecretGeneratorEvent.Added e ->
                with(
                        state,
                        e.generatorType(),
                        new GeneratorSettings(
                                e.length(),
                                e.expiry(),
                                e.includeLowerLetters(),
                                e.includeUpperLetters(),
                                e.includeDigits(),
                                e.includeSymbols()));
            case SecretGeneratorEvent.Changed e ->
                with(
                        state,
                        e.generatorType(),
                        new GeneratorSettings(
                                e.length(),
                                e.expiry(),
                                e.includeLowerLetters(),
                                e.includeUpperLetters(),
                                e.includeDigits(),
                                e.includeSymbols()));
        };
    }

    private static Map<GeneratorType, GeneratorSettings> with(
            Map<GeneratorType, GeneratorSettings> state, String wireName, GeneratorSettings settings) {
        Map<GeneratorType, GeneratorSettings> all = new EnumMap<>(GeneratorType.class);
        all.putAll(state);
        Optional<GeneratorType> type = GeneratorType.ofWireName(wireName);
        type.ifPresent(known -> all.put(known, settings));
        return Map.copyOf(all);
    }

    private static GeneratorSettings checked(GeneratorSettings settings) {
        if (settings.length() < SHORTEST || settings.length() > LONGEST) {
            throw invalid("length", "length must be between " + SHORTEST + " and " + LONGEST + ".");
        }
        if (settings.alphabet().length() < LEAST_CHARACTERS) {
            throw invalid("includeDigits", "A code must be made of letters, digits or symbols.");
        }
        if (settings.expiry().compareTo(Duration.ofMinutes(1)) < 0
                || settings.expiry().compareTo(LONGEST_EXPIRY) > 0) {
            throw invalid("expiry", "expiry must be between one minute and " + LONGEST_EXPIRY.toDays() + " days.");
        }
        return settings;
    }

    private static SecretGeneratorEvent added(GeneratorType type, GeneratorSettings settings) {
        return new SecretGeneratorEvent.Added(
                type.wireName(),
                settings.length(),
                settings.expiry(),
                settings.lowerLetters(),
                settings.upperLetters(),
                settings.digits(),
                settings.symbols());
    }

    private static SecretGeneratorEvent changed(GeneratorType type, GeneratorSettings settings) {
        return new SecretGeneratorEvent.Changed(
                type.wireName(),
                settings.length(),
                settings.expiry(),
                settings.lowerLetters(),
                settings.upperLetters(),
                settings.digits(),
                settings.symbols());
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_SECRET_GENERATOR", field, problem);
    }
}
