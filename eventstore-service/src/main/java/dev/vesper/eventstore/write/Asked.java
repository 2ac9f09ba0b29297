package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.PushIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the caller of the call that this thread serves asked for beside the command: that a repeat changes nothing more, and
 * that nobody changed meanwhile what they had read.
 */
public final class Asked {
    private static final ScopedValue<Asked> CURRENT = ScopedValue.newInstance();

    private final Optional<Repeatable> repeatable;
    private final Optional<Etag> etag;
    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();

    public Asked(Optional<Repeatable> repeatable, Optional<Etag> etag) {
        this.repeatable = repeatable;
        this.etag = etag;
    }

    /**
     * A request with an id of its own.
     *
     * @param key of caller, method and request id
     * @param begunAt when it came for the first time
     */
    public record Repeatable(String key, Instant begunAt) {}

    /** Runs a call in this sense. */
    public void run(Runnable call) {
        ScopedValue.where(CURRENT, this).run(call);
    }

    static Optional<Etag> etag() {
        return current().flatMap(asked -> asked.etag);
    }

    /** For the next command of the call; a repeat of the call has the same for it. */
    static Optional<UUID> pushId() {
        return current()
                .flatMap(asked -> asked.repeatable.map(call -> {
                    var bytes = digest("push", call.key(), asked.pushes.getAndIncrement());
                    return PushIds.next(call.begunAt().toEpochMilli(), bytes::getLong);
                }));
    }

    /** For the next new thing of the call; a repeat of the call has the same for it. */
    static Optional<String> id() {
        return current()
                .flatMap(asked -> asked.repeatable.map(call -> {
                    var bytes = digest("id", call.key(), asked.ids.getAndIncrement());
                    return TimeSortedIds.of(call.begunAt().toEpochMilli(), bytes.getLong(), bytes.getLong());
                }));
    }

    private static Optional<Asked> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    private static ByteBuffer digest(String purpose, String key, int number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = purpose + ":" + number + ":" + key;
            return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
