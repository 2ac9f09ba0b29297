package dev.vesper.projection.read.sessions;

import dev.vesper.projection.answer.Page;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Answers what is asked about sessions; the apps in them and the ends of what they stand on are views of their own. */
@Singleton
public final class SessionReader {
    private static final Sql GET = Sql.of(SessionReader.class, "get_session");
    private static final Sql SEARCH = Sql.of(SessionReader.class, "search_sessions");
    private static final String[] VIEWS = {"sessions", "oidc_sessions", "ended"};

    private final Queries queries;
    private final Clock clock;

    @Inject
    SessionReader(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    public Session get(GetSessionQuery query) {
        String instance = queries.instance(query.getContext(), VIEWS);
        Instant now = clock.instant();
        return queries.find(GET, instance, query.getSessionId())
                .map(row -> SessionMessages.session(row, now))
                .orElseThrow(() -> Refusals.notFound("SESSION_NOT_FOUND", "no such session"));
    }

    public SearchSessionsResponse search(SearchSessionsQuery query) {
        SearchSessionsRequest request = query.getRequest();
        Page page = Page.descending(request.getPageSize(), request.getPageToken());
        String instance = queries.instance(query.getContext(), VIEWS);
        Instant now = clock.instant();
        Iterable<Row> rows = queries.list(
                SEARCH,
                instance,
                page.date(),
                page.id(),
                page.limit(),
                request.getUserId(),
                request.getUserAgentId(),
                request.getClientId(),
                request.hasActive() ? request.getActive() : null,
                now,
                query.getContext().getResourceOwnersList(),
                query.getContext().getOwnUserId());
        SearchSessionsResponse.Builder answer = SearchSessionsResponse.newBuilder();
        return answer.addAllSessions(Rows.page(
                        rows, page, "session_id", row -> SessionMessages.session(row, now), answer::setNextPageToken))
                .build();
    }
}
