package dev.vesper.eventstore.log;

/** The deadline passed while the push waited for its turn or its locks. It was not written and never will be. */
public final class PushExpired extends LogException {
    public PushExpired() {
        super("the deadline passed before the push had its turn");
    }
}
