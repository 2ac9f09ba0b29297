package dev.vesper.oidc.userinfo;

import dev.vesper.oidc.cache.TokenStates;
import dev.vesper.oidc.clients.Asked;
import dev.vesper.oidc.http.Json;
import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.tokens.AccessTokens;
import dev.vesper.proto.admin.v1.User;
import dev.vesper.proto.internal.v1.GetUserQuery;
import dev.vesper.proto.internal.v1.TokenState;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** {@code /oidc/v1/userinfo}, by GET and POST (OpenID Connect Core 1.0, section 5.3). */
@Path("/oidc/v1/userinfo")
@RunOnVirtualThread
public final class UserinfoEndpoint {
    private final Tenants tenants;
    private final AccessTokens accessTokens;
    private final TokenStates states;
    private final UserQueriesBlockingStub users;

    UserinfoEndpoint(Tenants tenants, AccessTokens accessTokens, TokenStates states, UserQueriesBlockingStub users) {
        this.tenants = tenants;
        this.accessTokens = accessTokens;
        this.states = states;
        this.users = users;
    }

    @GET
    public Response get(@Context HttpServerRequest request) {
        return answer(request, Parameters.NONE);
    }

    @POST
    public Response post(@Context HttpServerRequest request, String body) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return answer(request, isForm ? Parameters.parse(body) : Parameters.NONE);
    }

    private Response answer(HttpServerRequest request, Parameters form) {
        Tenant tenant = tenants.of(request);
        String token = BearerToken.read(request, form);
        TokenState state = accessTokens
                .read(tenant, token)
                .flatMap(reference -> states.findActive(tenant.instanceId(), reference))
                .orElseThrow(UserinfoEndpoint::invalid);
        if (!state.getScopeList().contains("openid")) {
            throw BearerToken.challenge(403, "insufficient_scope", "the token lacks the scope openid");
        }
        return Json.answer(UserinfoClaims.of(user(tenant, state), state.getScopeList()));
    }

    private User user(Tenant tenant, TokenState state) {
        GetUserQuery query = GetUserQuery.newBuilder()
                .setContext(tenant.context())
                .setUserId(state.getUserId())
                .build();
        return Asked.find(() -> users.getUser(query)).orElseThrow(UserinfoEndpoint::invalid);
    }

    private static OAuthProblem invalid() {
        return BearerToken.challenge(401, "invalid_token", "the access token is invalid, expired or revoked");
    }
}
