package dev.vesper.events;

import java.time.Duration;

/** How an instance makes its codes. Aggregate {@code instance}. */
public sealed interface SecretGeneratorEvent extends Event {

    /** @param generatorType lower-case words joined by underscores, for example {@code verify_email_code} */
    record Added(
            String generatorType,
            int length,
            Duration expiry,
            boolean includeLowerLetters,
            boolean includeUpperLetters,
            boolean includeDigits,
            boolean includeSymbols)
            implements SecretGeneratorEvent {}

    /** Carries the whole new setting. */
    record Changed(
            String generatorType,
            int length,
            Duration expiry,
            boolean includeLowerLetters,
            boolean includeUpperLetters,
            boolean includeDigits,
            boolean includeSymbols)
            implements SecretGeneratorEvent {}
}
