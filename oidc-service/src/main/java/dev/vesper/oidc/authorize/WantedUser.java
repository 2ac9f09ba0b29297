package dev.vesper.oidc.authorize;

import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.tokens.IdTokenHint;
import dev.vesper.oidc.tokens.IdTokenHints;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whom a client hints at, by {@code id_token_hint} or {@code login_hint} (OpenID Connect Core 1.0, section 3.1.2.1). */
@Singleton
final class WantedUser {
    private static final String NOBODY = "";

    private final IdTokenHints hints;
    private final UserQueriesBlockingStub users;

    WantedUser(IdTokenHints hints, UserQueriesBlockingStub users) {
        this.hints = hints;
        this.users = users;
    }

    /** @return a user id; empty text, which fits no session, for a hint at nobody that we know; empty for no hint */
    Optional<String> find(Tenant tenant, Parameters parameters) {
        return parameters
                .find("id_token_hint")
                .map(hint -> hints.read(tenant, hint).map(IdTokenHint::userId).orElse(NOBODY))
                .or(() -> parameters.find("login_hint").map(hint -> byLoginName(tenant, hint)));
    }

    private String byLoginName(Tenant tenant, String loginName) {
        GetUserByLoginNameQuery query = GetUserByLoginNameQuery.newBuilder()
                .setContext(tenant.context())
                .setLoginName(loginName)
                .build();
        return Asked.find(() -> users.getUserByLoginName(query))
                .map(User::getUserId)
                .orElse(NOBODY);
    }
}
