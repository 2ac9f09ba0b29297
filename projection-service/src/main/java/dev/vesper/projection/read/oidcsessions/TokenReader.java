package dev.vesper.projection.read.oidcsessions;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.internal.v1.GetTokenStateQuery;
import dev.vesper.proto.internal.v1.TokenState;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Answers whether an access token is good, for introspection (RFC 7662) and userinfo. */
@Singleton
public final class TokenReader {
    private static final String[] VIEWS = {"oidc_sessions", "ended"};
    private static final Sql GET = Sql.of(TokenReader.class, "get_token_state");

    private final Queries queries;
    private final Clock clock;

    @Inject
    TokenReader(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A token that is not good has no more than its state and its position. */
    public TokenState get(GetTokenStateQuery query) {
        String instance = queries.instance(query.getContext(), VIEWS);
        ConsistencyToken reached = queries.reached(VIEWS);
        return queries.find(GET, instance, query.getOidcSessionId(), query.getAccessTokenId(), clock.instant())
                .map(row -> row.getBoolean("active") ? active(row, reached) : inactive(row))
                .orElseThrow(() -> Refusals.notFound("TOKEN_NOT_FOUND", "no view has such a token"));
    }

    private static TokenState inactive(Row row) {
        return TokenState.newBuilder().setPosition(row.getLong("position")).build();
    }

    private static TokenState active(Row row, ConsistencyToken reached) {
        // While something is parked, the view says nothing of what it has reached.
        boolean whole = row.getInteger("parked") == 0 && !reached.marks().isEmpty();
        return TokenState.newBuilder()
                .setViewPosition(whole ? Math.max(0, reached.lowestPosition()) : 0)
                .setViewToken(whole ? reached.encode() : "")
                .setActive(true)
                .setOidcSessionId(row.getString("oidc_session_id"))
                .setSessionId(row.getString("session_id"))
                .setUserId(row.getString("user_id"))
                .setUserResourceOwner(row.getString("user_resource_owner"))
                .setClientId(row.getString("client_id"))
                .addAllAudience(Rows.texts(row, "audience"))
                .addAllScope(Rows.texts(row, "token_scope"))
                .addAllAuthMethods(Rows.texts(row, "auth_methods"))
                .setAuthTime(Rows.time(row.getOffsetDateTime("auth_time")))
                .setIssuedAt(Rows.time(row.getOffsetDateTime("issued_at")))
                .setExpiresAt(Rows.time(row.getOffsetDateTime("expires_at")))
                .setTokenType("Bearer")
                .setPosition(row.getLong("position"))
                .build();
    }
}
