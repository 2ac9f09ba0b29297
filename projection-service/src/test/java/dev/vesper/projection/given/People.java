package dev.vesper.projection.given;

import dev.vesper.events.PersonalKeys;
import dev.vesper.projection.engine.KeySource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody has a key, until it is destroyed. */
public final class People implements PersonalKeys, KeySource {
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    public void forget(String userId) {
        forgotten.add(userId);
    }

    @Override
    public Optional<byte[]> find(String instanceId, String userId) {
        return forgotten.contains(userId) ? Optional.empty() : Optional.of(key(userId));
    }

    @Override
    public Map<String, byte[]> find(String instanceId, Set<String> userIds) {
        Map<String, byte[]> keys = new HashMap<>();
        userIds.forEach(user -> find(instanceId, user).ifPresent(key -> keys.put(user, key)));
        return keys;
    }

    private static byte[] key(String userId) {
        return Arrays.copyOf(userId.getBytes(StandardCharsets.UTF_8), 32);
    }
}
