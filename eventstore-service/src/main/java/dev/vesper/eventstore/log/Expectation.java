package dev.vesper.eventstore.log;

/** What a push expects of an aggregate that it writes. */
public sealed interface Expectation {
    Expectation ANY = new Any();
    Expectation NONE = new None();

    static Expectation exactly(long sequence) {
        return new Exactly(sequence);
    }

    /** Whatever its last sequence is. */
    record Any() implements Expectation {}

    /** It has no event yet. */
    record None() implements Expectation {}

    /** Its last sequence is this; 0 is the same as {@link None}. */
    record Exactly(long sequence) implements Expectation {}
}
