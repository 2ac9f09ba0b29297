package dev.vesper.eventstore.write.user.machine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a user that only machines have.
 *
 * @param machine false for a person
 * @param hashedSecret SHA-256; null for none
 */
public record MachineState(
        boolean machine, Description description, @Nullable String hashedSecret, Map<String, MachineKey> keys) {
    static final MachineState NONE = new MachineState(false, new Description("", null, ""), null, Map.of());

    /** @param accessTokenType by its name in the admin API */
    public record Description(String name, @Nullable String text, String accessTokenType) {}

    /** @param publicKey PEM */
    public record MachineKey(String publicKey, @Nullable Instant expirationDate) {}

    MachineState with(Description now) {
        return new MachineState(true, now, hashedSecret, keys);
    }

    MachineState withSecret(@Nullable String now) {
        return new MachineState(machine, description, now, keys);
    }

    MachineState with(String keyId, MachineKey key) {
        Map<String, MachineKey> all = new HashMap<>(keys);
        all.put(keyId, key);
        return new MachineState(machine, description, hashedSecret, Map.copyOf(all));
    }

    MachineState without(String keyId) {
        Map<String, MachineKey> all = new HashMap<>(keys);
        all.remove(keyId);
        return new MachineState(machine, description, hashedSecret, Map.copyOf(all));
    }
}
