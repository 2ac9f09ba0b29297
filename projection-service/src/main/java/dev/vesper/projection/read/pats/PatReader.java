package dev.vesper.projection.read.pats;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.ListPatsResponse;
import dev.vesper.proto.admin.v1.Pat;
import dev.vesper.proto.internal.v1.ListPatsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@Singleton
public final class PatReader {
    private static final Sql LIST = Sql.of(PatReader.class, "list_pats");

    private final Queries queries;

    @Inject
    PatReader(Queries queries) {
        this.queries = queries;
    }

    public ListPatsResponse list(ListPatsQuery query) {
        var request = query.getRequest();
        Page page = Page.ascending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), "pats");
        Iterable<Row> rows = queries.list(LIST, instance, page.date(), page.id(), page.limit(), request.getUserId());
        ListPatsResponse.Builder answer = ListPatsResponse.newBuilder();
        return answer.addAllPats(Rows.page(rows, page, "token_id", PatReader::pat, answer::setNextPageToken))
                .build();
    }

    private static Pat pat(Row row) {
        Pat.Builder pat = Pat.newBuilder().setTokenId(row.getString("token_id")).setDetails(Rows.details(row));
        Rows.time(row, "expiration_date", pat::setExpirationDate);
        return pat.build();
    }
}
