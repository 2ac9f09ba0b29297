package dev.vesper.eventstore.crypto;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table {@code eventstore.user_keys}. */
public final class PgUserKeyTable implements UserKeyTable {
    private final Sql sql;

    public PgUserKeyTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, byte[]> find(String instanceId, Collection<String> userIds) {
        Map<String, byte[]> found = new HashMap<>();
        sql.run(Statement.of("crypto/find_user_keys", instanceId, userIds.toArray(String[]::new)))
                .forEach(row -> found.put(
                        row.getString("user_id"), row.getBuffer("wrapped").getBytes()));
        return found;
    }

    @Override
    public void insert(String instanceId, String userId, byte[] wrapped) {
        sql.run(Statement.of("crypto/insert_user_key", instanceId, userId, Buffer.buffer(wrapped)));
    }

    @Override
    public void delete(String instanceId, String userId) {
        sql.run(Statement.of("crypto/delete_user_key", instanceId, userId));
    }
}
