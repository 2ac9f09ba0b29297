package dev.vesper.oidc.cache;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.cache.TrustedCache.Known;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.clients.ProtoTimes;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import dev.vesper.proto.internal.v1.GetTokenStateQuery;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc.TokenCommandsBlockingStub;
import dev.vesper.proto.internal.v1.TokenState;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a token counts. The cache answers while it may be trusted; else the view, unless this pod has heard of
 * something newer than the view knows; else the log itself, which also knows a token that was issued a moment ago.
 */
@Singleton
public final class TokenStates {
    private final SessionQueriesBlockingStub views;
    private final TokenCommandsBlockingStub log;
    private final TrustedCache<TokenState> states;
    private final Trust trust;
    private final Clock clock;

    TokenStates(
            SessionQueriesBlockingStub views,
            TokenCommandsBlockingStub log,
            Configuration configuration,
            Trust trust,
            Changes changes,
            MeterRegistry metrics,
            Clock clock) {
        this.views = views;
        this.log = log;
        this.trust = trust;
        this.clock = clock;
        Configuration.Cache limits = configuration.oidc().cache();
        this.states = new TrustedCache<>("tokens", limits.tokens(), limits.lifetime(), trust, changes, metrics);
    }

    /** @return empty unless the token is active */
    public Optional<TokenState> findActive(String instanceId, AccessTokenRef token) {
        String key = instanceId + "/" + token.getOidcSessionId() + "/" + token.getAccessTokenId();
        TokenState state = states.find(key).orElseGet(() -> ask(instanceId, token, key));
        return Optional.of(state).filter(this::isActive);
    }

    /** A refresh token is asked about at the log alone: views do not hold what it is checked against. */
    public Optional<TokenState> findActive(String instanceId, String refreshToken) {
        GetTokenStateRequest request = GetTokenStateRequest.newBuilder()
                .setInstanceId(instanceId)
                .setRefreshToken(refreshToken)
                .build();
        return Asked.find(() -> log.getTokenState(request)).filter(this::isActive);
    }

    private TokenState ask(String instanceId, AccessTokenRef token, String key) {
        OptionalLong epoch = states.epoch();
        TokenState state = epoch.isEmpty()
                ? askLog(instanceId, token)
                : askView(instanceId, token)
                        .filter(seen -> !seen.getActive() || isCurrent(instanceId, seen))
                        .orElseGet(() -> askLog(instanceId, token));
        if (state.getActive()) {
            states.keep(key, state, known(instanceId, state), epoch);
        }
        return state;
    }

    /** A view that was behind when this pod began to listen may not know of an end that this pod never heard of. */
    private boolean isCurrent(String instanceId, TokenState seen) {
        return seen.getViewPosition() >= trust.heardFrom() && !states.isOutdated(known(instanceId, seen));
    }

    private Optional<TokenState> askView(String instanceId, AccessTokenRef token) {
        GetTokenStateQuery query = GetTokenStateQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(instanceId))
                .setOidcSessionId(token.getOidcSessionId())
                .setAccessTokenId(token.getAccessTokenId())
                .build();
        try {
            return Asked.find(() -> views.getTokenState(query));
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private TokenState askLog(String instanceId, AccessTokenRef token) {
        GetTokenStateRequest request = GetTokenStateRequest.newBuilder()
                .setInstanceId(instanceId)
                .setOidcSessionId(token.getOidcSessionId())
                .setAccessTokenId(token.getAccessTokenId())
                .build();
        return Asked.find(() -> log.getTokenState(request)).orElse(TokenState.getDefaultInstance());
    }

    private boolean isActive(TokenState state) {
        return state.getActive() && ProtoTimes.instant(state.getExpiresAt()).isAfter(clock.instant());
    }

    private static Known known(String instance, TokenState state) {
        return new Known(
                Math.max(state.getPosition(), state.getViewPosition()),
                List.of(
                        Subjects.oidcSession(instance, state.getOidcSessionId()),
                        Subjects.session(instance, state.getSessionId()),
                        Subjects.user(instance, state.getUserId()),
                        Subjects.ends(instance)));
    }
}
