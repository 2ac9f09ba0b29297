package dev.vesper.oidc.world;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/** A relying party made of a client library that nobody here wrote. It verifies all that it gets. */
public final class RelyingParty {
    public final OIDCProviderMetadata provider;
    public final ClientID clientId;
    public final ClientSecretBasic authentication;
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State("~%&=<>?\"' \\{}+".repeat(8));
    private final Nonce nonce = new Nonce();

    public RelyingParty(URI home, String clientId) {
        try {
            this.provider = OIDCProviderMetadata.resolve(new Issuer(trimmed(home)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        this.clientId = new ClientID(clientId);
        this.authentication = new ClientSecretBasic(this.clientId, new Secret(Fixtures.SECRET));
    }

    public static String trimmed(URI home) {
        return home.toString().replaceAll("/$", "");
    }

    public String authorize() {
        return authorize(request -> request);
    }

    public String authorize(Prompt.Type prompt) {
        return authorize(request -> request.prompt(new Prompt(prompt)));
    }

    public String authorize(UnaryOperator<AuthenticationRequest.Builder> change) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse("openid profile email phone offline_access"),
                        clientId,
                        URI.create(Fixtures.REDIRECT_URI))
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        return change.apply(request).build().toURI().toString();
    }

    /** Takes the code of a redirect to its tokens. */
    public OIDCTokenResponse exchange(Page redirect) {
        return exchange(new AuthorizationCodeGrant(code(redirect), URI.create(Fixtures.REDIRECT_URI), verifier), nonce);
    }

    public AuthorizationCode code(Page redirect) {
        try {
            AuthenticationSuccessResponse success = AuthenticationResponseParser.parse(URI.create(redirect.location()))
                    .toSuccessResponse();
            if (!state.equals(success.getState()) || !provider.getIssuer().equals(success.getIssuer())) {
                throw new AssertionError("state or issuer differ: " + redirect.location());
            }
            return success.getAuthorizationCode();
        } catch (ParseException e) {
            throw new AssertionError(redirect.toString(), e);
        }
    }

    public OIDCTokenResponse refresh(RefreshToken token) {
        return exchange(new RefreshTokenGrant(token), null);
    }

    public TokenResponse send(AuthorizationGrant grant) {
        try {
            return OIDCTokenResponseParser.parse(
                    new TokenRequest.Builder(provider.getTokenEndpointURI(), authentication, grant)
                            .build()
                            .toHTTPRequest()
                            .send());
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    public IDTokenClaimsSet verify(OIDCTokenResponse tokens, @org.jspecify.annotations.Nullable Nonce expected) {
        try {
            return new IDTokenValidator(
                            provider.getIssuer(),
                            clientId,
                            com.nimbusds.jose.JWSAlgorithm.parse(tokens.getOIDCTokens()
                                    .getIDToken()
                                    .getHeader()
                                    .getAlgorithm()
                                    .getName()),
                            provider.getJWKSetURI().toURL())
                    .validate(tokens.getOIDCTokens().getIDToken(), expected);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private OIDCTokenResponse exchange(AuthorizationGrant grant, @org.jspecify.annotations.Nullable Nonce expected) {
        TokenResponse response = send(grant);
        if (!response.indicatesSuccess()) {
            throw new AssertionError(response.toErrorResponse().getErrorObject().toString());
        }
        OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
        var _ = verify(tokens, expected);
        return tokens;
    }
}
