package dev.vesper.eventstore.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vesper.events.AesGcm;
import dev.vesper.events.EncryptedValue;
import dev.vesper.events.PersonalKeys;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key per person, which seals what events say about them. Without the key it reads as nothing, for ever. */
public final class UserKeys implements PersonalKeys {
    private final UserKeyTable table;
    private final MasterKey masterKey;
    private final RandomTokens random;
    private final Cache<Person, byte[]> open;

    public UserKeys(UserKeyTable table, MasterKey masterKey, RandomTokens random, KeySettings settings) {
        this.table = table;
        this.masterKey = masterKey;
        this.random = random;
        this.open = Caffeine.newBuilder()
                .maximumSize(settings.userKeyCacheSize())
                .expireAfterWrite(settings.userKeyCacheExpiry())
                .build();
    }

    public void create(String instanceId, String userId) {
        Person person = new Person(instanceId, userId);
        String key = Base64.getEncoder().encodeToString(random.nextKey());
        EncryptedValue wrapped = masterKey.wrap(key, person.context());
        table.insert(instanceId, userId, Base64.getDecoder().decode(wrapped.crypted()));
    }

    /** Whatever was sealed with it reads as nothing from now on; other pods forget within the cache's expiry. */
    public void destroy(String instanceId, String userId) {
        table.delete(instanceId, userId);
        open.invalidate(new Person(instanceId, userId));
    }

    @Override
    public Optional<byte[]> find(String instanceId, String userId) {
        return Optional.ofNullable(findAll(instanceId, List.of(userId)).get(userId));
    }

    /** @return by user id; a destroyed key is absent */
    public Map<String, byte[]> findAll(String instanceId, Collection<String> userIds) {
        Map<String, byte[]> found = new HashMap<>();
        for (String userId : userIds) {
            byte[] key = open.getIfPresent(new Person(instanceId, userId));
            if (key != null) {
                found.put(userId, key);
            }
        }
        List<String> missing = userIds.stream()
                .filter(userId -> !found.containsKey(userId))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            table.find(instanceId, missing).forEach((userId, wrapped) -> {
                Person person = new Person(instanceId, userId);
                byte[] key = unwrap(wrapped, person);
                open.put(person, key);
                found.put(userId, key);
            });
        }
        return found;
    }

    private byte[] unwrap(byte[] wrapped, Person person) {
        String crypted = Base64.getEncoder().encodeToString(wrapped);
        EncryptedValue value = new EncryptedValue(0, AesGcm.ALGORITHM, "", crypted);
        return Base64.getDecoder().decode(masterKey.unwrap(value, person.context()));
    }

    private record Person(String instanceId, String userId) {
        String context() {
            return instanceId + "/" + userId;
        }
    }
}
