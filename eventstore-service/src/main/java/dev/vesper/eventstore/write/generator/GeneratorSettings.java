package dev.vesper.eventstore.write.generator;

import java.time.Duration;

/**
 * What a code is made of.
 *
 * @param length characters
 * @param expiry how long it is good for
 */
public record GeneratorSettings(
        int length, Duration expiry, boolean lowerLetters, boolean upperLetters, boolean digits, boolean symbols) {

    /** All characters that a code may have, each once. */
    public String alphabet() {
        return (lowerLetters ? "abcdefghijklmnopqrstuvwxyz" : "")
                + (upperLetters ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "")
                + (digits ? "0123456789" : "")
                + (symbols ? "~!@#$^&*()_+-={}|[]:<>?,./" : "");
    }
}
