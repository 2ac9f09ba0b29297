package dev.vesper.eventstore.write.user.metadata;

import dev.vesper.events.Event;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserMetadataEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what is kept with a user, by key. */
final class MetadataDecider {
    static final AggregateKind<Map<String, String>, Event> KIND =
            AggregateKind.of("user", Event.class, initialState(), MetadataDecider::evolve);

    private static final int LONGEST_KEY = 200;
    /** In base64: 48 KiB of whatever it is. */
    private static final int LONGEST_VALUE = 65_536;

    private static final int MOST_KEYS = 500;

    private MetadataDecider() {}

    static Map<String, String> initialState() {
        return Map.of();
    }

    /** @param entries values in base64 by key */
    static List<UserMetadataEvent> set(Map<String, String> entries, Map<String, String> state) {
        List<UserMetadataEvent> events = new ArrayList<>();
        Map<String, String> after = new HashMap<>(state);
        entries.forEach((key, value) -> {
            check(key, value);
            if (!value.equals(state.get(key))) {
                events.add(new UserMetadataEvent.Set(key, value));
            }
            after.put(key, value);
        });
        if (after.size() > MOST_KEYS) {
            throw CommandRejected.failedPrecondition("TOO_MUCH_METADATA", "A user has at most " + MOST_KEYS + " keys.");
        }
        return List.copyOf(events);
    }

    static List<UserMetadataEvent> remove(String key, Map<String, String> state) {
        if (!state.containsKey(key)) {
            throw CommandRejected.notFound("METADATA_NOT_FOUND", "The user has no metadata of this key.");
        }
        return List.of(new UserMetadataEvent.Removed(key));
    }

    static Map<String, String> evolve(Map<String, String> state, Event event) {
        return switch (event) {
            case UserMetadataEvent.Set set -> {
                Map<String, String> all = new HashMap<>(state);
                String value = set.value();
                all.put(set.key(), value == null ? "" : value);
                yield Map.copyOf(all);
            }
            case UserMetadataEvent.Removed removed -> {
                Map<String, String> all = new HashMap<>(state);
                all.remove(removed.key());
                yield Map.copyOf(all);
            }
            case UserEvent.Removed _ -> Map.of();
            default -> state;
        };
    }

    private static void check(String key, String value) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw invalid("key", "key must have 1 to " + LONGEST_KEY + " characters.");
        }
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw invalid("value", "value must have 1 to " + LONGEST_VALUE + " characters of base64.");
        }
    }

    private static CommandRejected invalid(String field, String message) {
        return CommandRejected.invalid("INVALID_METADATA", field, message);
    }
}
