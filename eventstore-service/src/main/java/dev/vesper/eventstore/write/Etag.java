package dev.vesper.eventstore.write;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a caller had read before they asked for a change: the sequence that the resource's details show.
 *
 * @param aggregate that the resource is, or is a part of
 * @param parts ids within the aggregate, such as an app's within its project; none for the aggregate itself
 */
public record Etag(AggregateId aggregate, List<String> parts, long sequence) {
    /** What happens to parts alone does not change what they are parts of. */
    private static final Pattern OF_PARTS =
            Pattern.compile("project\\.(application|role|member)\\..*|(org|instance)\\.member\\..*"
                    + "|user\\.(pat|machine\\.key|metadata)\\..*");

    public Etag {
        parts = List.copyOf(parts);
    }

    /** Whether an event changed the resource. */
    boolean isOutdatedBy(RecordedEvent event) {
        if (event.sequence() <= sequence) {
            return false;
        }
        return parts.isEmpty()
                ? !OF_PARTS.matcher(event.type()).matches()
                : parts.stream().allMatch(part -> event.payload().contains("\"" + part + "\""));
    }
}
