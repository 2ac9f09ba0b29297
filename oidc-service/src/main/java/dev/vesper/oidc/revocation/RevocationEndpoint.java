package dev.vesper.oidc.revocation;

import dev.vesper.oidc.cache.Changes;
import dev.vesper.oidc.clients.ClientAuthentication;
import dev.vesper.oidc.clients.OAuthErrors;
import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.tokens.AccessTokens;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import dev.vesper.proto.internal.v1.AuthenticateClientRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientResponse;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.OAuthError;
import dev.vesper.proto.internal.v1.RevokeRequest;
import dev.vesper.proto.internal.v1.RevokeResponse;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc.TokenCommandsBlockingStub;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /oauth/v2/revoke} (RFC 7009). A token that nobody knows is a success: it does not count any more. */
@Path("/oauth/v2/revoke")
@RunOnVirtualThread
public final class RevocationEndpoint {
    private static final String REFRESH_TOKEN = "vr_";

    private final Tenants tenants;
    private final TokenCommandsBlockingStub commands;
    private final AccessTokens accessTokens;
    private final Changes changes;

    RevocationEndpoint(
            Tenants tenants, TokenCommandsBlockingStub commands, AccessTokens accessTokens, Changes changes) {
        this.tenants = tenants;
        this.commands = commands;
        this.accessTokens = accessTokens;
        this.changes = changes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@Context HttpServerRequest request, String body) {
        Tenant tenant = tenants.of(request);
        Parameters form = Parameters.parse(body);
        ClientCredential client = ClientAuthentication.read(request, form);
        String token = form.find("token")
                .filter(given -> !form.isRepeated("token"))
                .orElseThrow(() -> new OAuthProblem(400, "invalid_request", "exactly one token is required"));
        RevokeRequest.Builder revoke =
                RevokeRequest.newBuilder().setInstanceId(tenant.instanceId()).setClient(client);
        Optional<AccessTokenRef> accessToken = accessTokens.read(tenant, token);
        if (token.startsWith(REFRESH_TOKEN)) {
            throwIf(send(revoke.setRefreshToken(token)), client);
        } else if (accessToken.isPresent()) {
            throwIf(send(revoke.setAccessToken(accessToken.get())), client);
        } else {
            throwIf(authenticate(tenant, client), client);
        }
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    private Optional<OAuthError> send(RevokeRequest.Builder revoke) {
        RevokeResponse response = commands.revoke(revoke.build());
        changes.oidcSessionChanged(
                revoke.getInstanceId(), revoke.getAccessToken().getOidcSessionId(), response.getConsistencyToken());
        return response.hasError() ? Optional.of(response.getError()) : Optional.empty();
    }

    /** Nothing to revoke, but who asks must be a client all the same (section 2.1). */
    private Optional<OAuthError> authenticate(Tenant tenant, ClientCredential client) {
        AuthenticateClientResponse response = commands.authenticateClient(AuthenticateClientRequest.newBuilder()
                .setInstanceId(tenant.instanceId())
                .setClient(client)
                .build());
        return response.hasError() ? Optional.of(response.getError()) : Optional.empty();
    }

    private static void throwIf(Optional<OAuthError> error, ClientCredential client) {
        error.ifPresent(refused -> {
            throw OAuthErrors.problem(refused, client);
        });
    }
}
