package dev.vesper.eventstore.crypto;

import java.util.Collection;
import java.util.Map;

/** Where the keys of people are kept, wrapped by the master key. */
public interface UserKeyTable {
    /** @return wrapped keys by user id; absent where there is none */
    Map<String, byte[]> find(String instanceId, Collection<String> userIds);

    /** Keeps the first key of a user for good: a second one changes nothing. */
    void insert(String instanceId, String userId, byte[] wrapped);

    void delete(String instanceId, String userId);
}
