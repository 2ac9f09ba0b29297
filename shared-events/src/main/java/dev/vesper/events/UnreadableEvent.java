package dev.vesper.events;

import org.jspecify.annotations.Nullable;

/** An event that this reader cannot understand. The reader parks its aggregate; it never skips in silence. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(RecordedEvent recorded, String problem, @Nullable Throwable cause) {
        super(
                "%s: %s revision %d of %s %s, position %d.%d"
                        .formatted(
                                problem,
                                recorded.type(),
                                recorded.revision(),
                                recorded.aggregateType(),
                                recorded.aggregateId(),
                                recorded.position(),
                                recorded.inTxOrder()),
                cause);
    }
}
