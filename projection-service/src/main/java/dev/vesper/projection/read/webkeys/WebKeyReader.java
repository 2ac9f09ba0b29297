package dev.vesper.projection.read.webkeys;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.Key;
import dev.vesper.proto.admin.v1.KeyState;
import dev.vesper.proto.admin.v1.ListKeysResponse;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.ListPublicKeysResponse;
import dev.vesper.proto.internal.v1.PublicKey;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers which keys an instance publishes, the active ones first. */
@Singleton
public final class WebKeyReader {
    private static final Sql LIST_ALL = Sql.of(WebKeyReader.class, "list_keys");
    private static final Sql LIST = Sql.of(WebKeyReader.class, "list_public_keys");

    private final Queries queries;

    @Inject
    WebKeyReader(Queries queries) {
        this.queries = queries;
    }

    public ListPublicKeysResponse list(ListPublicKeysQuery query) {
        String instance = queries.instance(query.getContext(), "web_keys");
        ListPublicKeysResponse.Builder answer = ListPublicKeysResponse.newBuilder();
        for (Row row : queries.list(LIST, instance)) {
            answer.addKeys(PublicKey.newBuilder()
                    .setKeyId(row.getString("key_id"))
                    .setPublicJwk(row.getString("public_key"))
                    .setActive(row.getString("state").equals("active"))
                    .setAddedAt(Rows.time(row.getOffsetDateTime("creation_date"))));
        }
        return answer.build();
    }

    /** For admins: with states. */
    public ListKeysResponse listAll(ListPublicKeysQuery query) {
        String instance = queries.instance(query.getContext(), "web_keys");
        ListKeysResponse.Builder answer = ListKeysResponse.newBuilder();
        for (Row row : queries.list(LIST_ALL, instance)) {
            answer.addKeys(Key.newBuilder()
                    .setKeyId(row.getString("key_id"))
                    .setAlgorithm(row.getString("algorithm"))
                    .setState(state(row.getString("state")))
                    .setPublicJwk(row.getString("public_key"))
                    .setDetails(Rows.details(row)));
        }
        return answer.build();
    }

    private static KeyState state(String state) {
        return switch (state) {
            case "active" -> KeyState.KEY_STATE_ACTIVE;
            case "inactive" -> KeyState.KEY_STATE_INACTIVE;
            default -> KeyState.KEY_STATE_ADDED;
        };
    }
}
