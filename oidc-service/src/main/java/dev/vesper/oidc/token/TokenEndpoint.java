package dev.vesper.oidc.token;

import dev.vesper.oidc.clients.ClientAuthentication;
import dev.vesper.oidc.clients.OAuthErrors;
import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.origin.Tenants;
import dev.vesper.oidc.tokens.TokenMint;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ExchangeCodeRequest;
import dev.vesper.proto.internal.v1.RefreshRequest;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc.TokenCommandsBlockingStub;
import dev.vesper.proto.internal.v1.TokenResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /oauth/v2/token} (RFC 6749, section 3.2). What is granted is decided by the write side; here it is minted. */
@Path("/oauth/v2/token")
@RunOnVirtualThread
public final class TokenEndpoint {
    private final Tenants tenants;
    private final TokenCommandsBlockingStub commands;
    private final TokenMint mint;

    TokenEndpoint(Tenants tenants, TokenCommandsBlockingStub commands, TokenMint mint) {
        this.tenants = tenants;
        this.commands = commands;
        this.mint = mint;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response token(@Context HttpServerRequest request, String body) {
        Tenant tenant = tenants.of(request);
        Parameters form = Parameters.parse(body);
        form.firstRepeated().ifPresent(name -> {
            throw new OAuthProblem(400, "invalid_request", "a parameter is included more than once");
        });
        ClientCredential client = ClientAuthentication.read(request, form);
        TokenResponse response = decide(tenant, client, form);
        return switch (response.getOutcomeCase()) {
            case GRANT -> TokenAnswer.of(response.getGrant(), mint.mint(tenant, response.getGrant()));
            case ERROR -> throw OAuthErrors.problem(response.getError(), client);
            case OUTCOME_NOT_SET -> throw new OAuthProblem(500, "server_error", "nothing was decided");
        };
    }

    private TokenResponse decide(Tenant tenant, ClientCredential client, Parameters form) {
        return switch (required(form, "grant_type")) {
            case "authorization_code" ->
                commands.exchangeCode(ExchangeCodeRequest.newBuilder()
                        .setInstanceId(tenant.instanceId())
                        .setClient(client)
                        .setCode(required(form, "code"))
                        .setRedirectUri(required(form, "redirect_uri"))
                        .setCodeVerifier(form.text("code_verifier"))
                        .build());
            case "refresh_token" ->
                commands.refresh(RefreshRequest.newBuilder()
                        .setInstanceId(tenant.instanceId())
                        .setClient(client)
                        .setRefreshToken(required(form, "refresh_token"))
                        .addAllScope(form.words("scope"))
                        .build());
            default -> throw new OAuthProblem(400, "unsupported_grant_type", "this grant_type is not supported");
        };
    }

    private static String required(Parameters form, String name) {
        return form.find(name).orElseThrow(() -> new OAuthProblem(400, "invalid_request", name + " is missing"));
    }
}
