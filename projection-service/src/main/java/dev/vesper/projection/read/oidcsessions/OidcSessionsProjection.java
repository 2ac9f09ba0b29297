package dev.vesper.projection.read.oidcsessions;

import dev.vesper.events.Event;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OidcSessionEvent.AccessTokenAdded;
import dev.vesper.events.OidcSessionEvent.AccessTokenRevoked;
import dev.vesper.events.OidcSessionEvent.Added;
import dev.vesper.events.OidcSessionEvent.Ended;
import dev.vesper.events.OidcSessionEvent.RefreshTokenAdded;
import dev.vesper.events.OidcSessionEvent.RefreshTokenRenewed;
import dev.vesper.events.OidcSessionEvent.RefreshTokenRevoked;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Their ends stand in the view {@code ended}, with the ends of all that they stand on. */
@Singleton
final class OidcSessionsProjection implements Projection {
    private static final Sql ADD = sql("add_oidc_session");
    private static final Sql ADD_ACCESS_TOKEN = sql("add_access_token");
    private static final Sql REVOKE_ACCESS_TOKEN = sql("revoke_access_token");
    private static final Sql SET_REFRESH_TOKEN = sql("set_refresh_token");
    private static final Sql REVOKE_REFRESH_TOKENS = sql("revoke_refresh_tokens");
    private static final Sql TOUCH = sql("touch_oidc_session");

    @Override
    public String name() {
        return "oidc_sessions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("oidc_session");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof OidcSessionEvent session ? reduce(at, session) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, OidcSessionEvent event) {
        return switch (event) {
            case Added added -> add(at, added);
            case AccessTokenAdded token -> change(ADD_ACCESS_TOKEN, at, token.id(), token.scope(), token.expiresAt());
            case AccessTokenRevoked revoked -> change(REVOKE_ACCESS_TOKEN, at, revoked.id());
            case RefreshTokenAdded token ->
                change(SET_REFRESH_TOKEN, at, token.id(), token.idleExpiresAt(), token.expiresAt());
            case RefreshTokenRenewed token -> change(SET_REFRESH_TOKEN, at, token.id(), token.idleExpiresAt(), null);
            case RefreshTokenRevoked _ -> change(REVOKE_REFRESH_TOKENS, at);
            case Ended _ -> change(TOUCH, at);
        };
    }

    private static Change add(RecordedEvent at, Added added) {
        return change(
                ADD,
                at,
                at.owner(),
                added.sessionId(),
                added.userId(),
                added.userResourceOwner(),
                added.clientId(),
                added.projectId(),
                added.appId(),
                added.audience(),
                added.scope(),
                added.authMethods(),
                added.authTime());
    }

    /** $1 to $5 are the same in every statement; $6 and on are the event's. */
    private static Change change(Sql sql, RecordedEvent at, @Nullable Object... values) {
        Stream<@Nullable Object> place =
                Stream.of(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position());
        return sql.with(Stream.concat(place, Arrays.stream(values)).toArray());
    }

    private static Sql sql(String name) {
        return Sql.of(OidcSessionsProjection.class, name);
    }
}
