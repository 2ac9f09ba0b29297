package dev.vesper.eventstore.crypto;

import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.sql.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Keys for tests, and hashes that cost little. */
public final class TestKeys {
    private TestKeys() {}

    public static Passwords passwords() {
        return new Passwords(
                TestSettings.of(
                        PasswordSettings.class,
                        "vesper.passwords",
                        Map.of("memory-kib", "64", "iterations", "1", "threads", "4")),
                new Random(42));
    }

    public static UserKeys userKeys(MasterKey masterKey, RandomGenerator random) {
        return userKeys(new InMemory(), masterKey, random);
    }

    /** In the table of a real database. */
    public static UserKeys userKeys(Sql sql, MasterKey masterKey, RandomGenerator random) {
        return userKeys(new PgUserKeyTable(sql), masterKey, random);
    }

    private static UserKeys userKeys(UserKeyTable table, MasterKey masterKey, RandomGenerator random) {
        return new UserKeys(
                table,
                masterKey,
                new RandomTokens(random),
                TestSettings.of(KeySettings.class, "vesper.keys", Map.of()));
    }

    private static final class InMemory implements UserKeyTable {
        private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

        @Override
        public Map<String, byte[]> find(String instanceId, Collection<String> userIds) {
            Map<String, byte[]> found = new HashMap<>();
            for (String userId : userIds) {
                byte[] key = keys.get(instanceId + "/" + userId);
                if (key != null) {
                    found.put(userId, key);
                }
            }
            return found;
        }

        @Override
        public void insert(String instanceId, String userId, byte[] wrapped) {
            keys.putIfAbsent(instanceId + "/" + userId, wrapped);
        }

        @Override
        public void delete(String instanceId, String userId) {
            keys.remove(instanceId + "/" + userId);
        }
    }
}
