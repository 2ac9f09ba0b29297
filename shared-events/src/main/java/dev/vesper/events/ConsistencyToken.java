package dev.vesper.events;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a write stands: by partition, the last event that it wrote there. A view that is past it has seen the write.
 * Opaque to clients: base64url of {@code partition:position:inTxOrder} joined by commas.
 */
public record ConsistencyToken(Map<Integer, Cursor> marks) {
    public static final ConsistencyToken NONE = new ConsistencyToken(Map.of());

    public ConsistencyToken {
        marks = Map.copyOf(marks);
    }

    /** Both writes; the later mark wins per partition. */
    public ConsistencyToken and(ConsistencyToken other) {
        Map<Integer, Cursor> both = new TreeMap<>(marks);
        other.marks.forEach((partition, cursor) -> both.merge(partition, cursor, ConsistencyToken::later));
        return new ConsistencyToken(both);
    }

    /** @return 0 for no marks */
    public long lowestPosition() {
        return marks.values().stream().mapToLong(Cursor::position).min().orElse(0);
    }

    /** @return empty text for no marks */
    public String encode() {
        String text = new TreeMap<>(marks)
                .entrySet().stream()
                        .map(mark -> "%d:%d:%d"
                                .formatted(
                                        mark.getKey(),
                                        mark.getValue().position(),
                                        mark.getValue().inTxOrder()))
                        .collect(joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException for text that {@link #encode} did not make */
    public static ConsistencyToken decode(String token) {
        if (token.isEmpty()) {
            return NONE;
        }
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        Map<Integer, Cursor> marks = new TreeMap<>();
        for (String mark : text.split(",", -1)) {
            String[] parts = mark.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a consistency token");
            }
            marks.put(Integer.valueOf(parts[0]), new Cursor(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
        }
        return new ConsistencyToken(marks);
    }

    private static Cursor later(Cursor one, Cursor other) {
        return one.isAfter(other) ? one : other;
    }
}
