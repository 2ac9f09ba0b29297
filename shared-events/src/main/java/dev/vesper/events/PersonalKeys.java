package dev.vesper.events;

import java.util.Optional;

/** The keys of the people whom events are about. */
public interface PersonalKeys {
    /**
     * @return 32 bytes, or empty once the person's key has been destroyed
     */
    Optional<byte[]> find(String instanceId, String userId);
}
