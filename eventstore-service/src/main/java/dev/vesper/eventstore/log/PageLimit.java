package dev.vesper.eventstore.log;

/**
 * Where a page of the global order ends, whichever comes first. It holds one event at least.
 *
 * @param events at most, counting those of partitions that are not read
 * @param bytes of payload as they are stored; the event that reaches them is the last
 * @param largestPayload bytes that a compressed payload counts as, because its real size is not known before it is read
 */
public record PageLimit(int events, long bytes, int largestPayload) {
    static PageLimit ofEvents(int events) {
        return new PageLimit(events, Long.MAX_VALUE, 0);
    }
}
