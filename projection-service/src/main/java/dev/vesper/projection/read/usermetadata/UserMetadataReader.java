package dev.vesper.projection.read.usermetadata;

import com.google.protobuf.ByteString;
import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.SearchUserMetadataResponse;
import dev.vesper.proto.admin.v1.UserMetadata;
import dev.vesper.proto.internal.v1.GetUserMetadataQuery;
import dev.vesper.proto.internal.v1.SearchUserMetadataQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;

/** Keys are told from each other and ordered by themselves, so the token of a page is its last key. */
@Singleton
public final class UserMetadataReader {
    private static final Sql GET = Sql.of(UserMetadataReader.class, "get_metadata");
    private static final Sql SEARCH = Sql.of(UserMetadataReader.class, "search_metadata");
    private static final String VIEW = "user_metadata";

    private final Queries queries;

    @Inject
    UserMetadataReader(Queries queries) {
        this.queries = queries;
    }

    public UserMetadata get(GetUserMetadataQuery query) {
        String instance = queries.instance(query.getContext(), VIEW);
        return queries.find(GET, instance, query.getUserId(), query.getKey())
                .map(UserMetadataReader::metadata)
                .orElseThrow(() -> Refusals.notFound("METADATA_NOT_FOUND", "the user has no metadata of this key"));
    }

    public SearchUserMetadataResponse search(SearchUserMetadataQuery query) {
        var request = query.getRequest();
        int size = Page.ascending(request.getPageSize(), "").size();
        String instance = queries.instance(query.getContext(), VIEW);
        Iterable<Row> rows = queries.list(
                SEARCH, instance, request.getUserId(), request.getPageToken(), size + 1, request.getKeyPrefix());
        SearchUserMetadataResponse.Builder answer = SearchUserMetadataResponse.newBuilder();
        for (Row row : rows) {
            if (answer.getMetadataCount() == size) {
                return answer.setNextPageToken(answer.getMetadata(size - 1).getKey())
                        .build();
            }
            answer.addMetadata(metadata(row));
        }
        return answer.build();
    }

    private static UserMetadata metadata(Row row) {
        return UserMetadata.newBuilder()
                .setKey(row.getString("key"))
                .setDetails(Rows.details(row))
                .setValue(ByteString.copyFrom(Base64.getDecoder().decode(Rows.text(row, "value"))))
                .build();
    }
}
