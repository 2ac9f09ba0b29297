package dev.vesper.projection.read.machinekeys;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.ListMachineKeysResponse;
import dev.vesper.proto.admin.v1.MachineKey;
import dev.vesper.proto.internal.v1.ListMachineKeysQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@Singleton
public final class MachineKeyReader {
    private static final Sql LIST = Sql.of(MachineKeyReader.class, "list_machine_keys");

    private final Queries queries;

    @Inject
    MachineKeyReader(Queries queries) {
        this.queries = queries;
    }

    public ListMachineKeysResponse list(ListMachineKeysQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), "machine_keys");
        Iterable<Row> rows = queries.list(LIST, instance, page.date(), page.id(), page.limit(), request.getUserId());
        ListMachineKeysResponse.Builder answer = ListMachineKeysResponse.newBuilder();
        return answer.addAllKeys(Rows.page(rows, page, "key_id", MachineKeyReader::key, answer::setNextPageToken))
                .build();
    }

    private static MachineKey key(Row row) {
        MachineKey.Builder key = MachineKey.newBuilder()
                .setKeyId(row.getString("key_id"))
                .setDetails(Rows.details(row))
                .setPublicKey(row.getString("public_key"));
        Rows.time(row, "expiration_date", key::setExpirationDate);
        return key.build();
    }
}
