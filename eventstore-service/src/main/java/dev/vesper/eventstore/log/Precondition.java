package dev.vesper.eventstore.log;

/**
 * Must hold when the push is written, although the push does not write what it names. It is held by a shared lock until
 * the push is committed, for a condition that is only read is write skew.
 */
public sealed interface Precondition {
    /** The aggregate's last sequence is still this (0: it has no event). */
    record StillAt(AggregateId aggregate, long sequence) implements Precondition {}

    /** No end marker of the subject has a position at or after {@code sincePosition} (0: it has none at all). */
    record NotEnded(Subject subject, long sincePosition) implements Precondition {}
}
