package dev.vesper.oidc.introspection;

import dev.vesper.oidc.cache.TokenStates;
import dev.vesper.oidc.clients.ClientAuthentication;
import dev.vesper.oidc.clients.OAuthErrors;
import dev.vesper.oidc.http.Json;
import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.tokens.AccessTokens;
import dev.vesper.proto.internal.v1.AuthenticateClientRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientResponse;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc.TokenCommandsBlockingStub;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** {@code /oauth/v2/introspect} (RFC 7662). Only the token's client and those that it is meant for learn anything. */
@Path("/oauth/v2/introspect")
@RunOnVirtualThread
public final class IntrospectionEndpoint {
    private static final String REFRESH_TOKEN = "vr_";

    private final Tenants tenants;
    private final TokenCommandsBlockingStub commands;
    private final AccessTokens accessTokens;
    private final TokenStates states;

    IntrospectionEndpoint(
            Tenants tenants, TokenCommandsBlockingStub commands, AccessTokens accessTokens, TokenStates states) {
        this.tenants = tenants;
        this.commands = commands;
        this.accessTokens = accessTokens;
        this.states = states;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response introspect(@Context HttpServerRequest request, String body) {
        Tenant tenant = tenants.of(request);
        Parameters form = Parameters.parse(body);
        ClientCredential credential = ClientAuthentication.read(request, form);
        Caller caller = authenticate(tenant, credential);
        String token = form.find("token")
                .filter(given -> !form.isRepeated("token"))
                .orElseThrow(() -> new OAuthProblem(400, "invalid_request", "exactly one token is required"));
        Optional<Map<String, Object>> answer = token.startsWith(REFRESH_TOKEN)
                ? refreshToken(tenant, caller, token)
                : accessToken(tenant, caller, token);
        return Json.answer(answer.orElse(Map.of("active", false)));
    }

    private Optional<Map<String, Object>> accessToken(Tenant tenant, Caller caller, String token) {
        return accessTokens
                .read(tenant, token)
                .flatMap(reference -> states.findActive(tenant.instanceId(), reference)
                        .filter(caller::mayKnow)
                        .map(state -> IntrospectionClaims.ofAccessToken(tenant, state, reference.getAccessTokenId())));
    }

    private Optional<Map<String, Object>> refreshToken(Tenant tenant, Caller caller, String token) {
        return states.findActive(tenant.instanceId(), token)
                .filter(caller::mayKnow)
                .map(state -> IntrospectionClaims.ofRefreshToken(tenant, state));
    }

    /** A public client has nothing to prove itself by, so it cannot be let in (RFC 7662, section 2.1). */
    private Caller authenticate(Tenant tenant, ClientCredential credential) {
        if (credential.getMethod() == ClientCredential.Method.METHOD_NONE) {
            throw ClientAuthentication.refused(credential, "client authentication is required");
        }
        AuthenticateClientResponse response = commands.authenticateClient(AuthenticateClientRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setClient(credential)
                .build());
        if (response.hasError()) {
            throw OAuthErrors.problem(response.getError(), credential);
        }
        return new Caller(credential.getClientId(), response.getProjectId());
    }
}
