package dev.vesper.projection.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.vesper.events.EventCodec;
import dev.vesper.events.PersonalKeys;
import dev.vesper.events.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that one batch needs, fetched in one call per instance, and forgotten with it: a key may be destroyed at any time. */
final class BatchKeys implements PersonalKeys {
    private final Map<String, Map<String, byte[]>> keysByInstance = new HashMap<>();

    /** @throws LogUnavailable when nobody answers */
    static BatchKeys fetch(KeySource source, List<RecordedEvent> events) {
        BatchKeys keys = new BatchKeys();
        Map<String, Set<String>> wanted = events.stream()
                .flatMap(event -> EventCodec.sealedFor(event).stream().map(user -> Map.entry(event.instanceId(), user)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
        wanted.forEach((instance, users) -> keys.keysByInstance.put(instance, source.find(instance, users)));
        return keys;
    }

    @Override
    public Optional<byte[]> find(String instanceId, String userId) {
        return Optional.ofNullable(
                keysByInstance.getOrDefault(instanceId, Map.of()).get(userId));
    }
}
