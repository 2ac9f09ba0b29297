package dev.vesper.acceptance;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/** An app that speaks OpenID Connect by a library that nobody here wrote, and finds all endpoints by discovery. */
final class RelyingParty {
    private static final int ANSWER_LIMIT_MS = 10_000;
    private static final Scope SCOPE = new Scope("openid", "profile", "email");

    private final OIDCProviderMetadata provider;
    private final App app;
    private final ClientID clientId;
    private final ClientAuthentication credential;
    private final IDTokenValidator idTokens;
    private final LogoutTokens logoutTokens;

    RelyingParty(OIDCProviderMetadata provider, App app) {
        this.provider = provider;
        this.app = app;
        this.clientId = new ClientID(app.clientId());
        this.credential = new ClientSecretBasic(clientId, new Secret(app.clientSecret()));
        this.idTokens = done(() -> new IDTokenValidator(
                provider.getIssuer(),
                clientId,
                JWSAlgorithm.RS256,
                provider.getJWKSetURI().toURL()));
        this.logoutTokens = new LogoutTokens(provider, clientId);
    }

    static OIDCProviderMetadata discover(String issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer), ANSWER_LIMIT_MS, ANSWER_LIMIT_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralException e) {
            throw new AssertionError("discovery at " + issuer, e);
        }
    }

    App app() {
        return app;
    }

    Inbox inbox() {
        return app.inbox();
    }

    /** Begins a sign-in; the person's browser is to open its URI. */
    Attempt attempt() {
        return attempt(request -> request);
    }

    /** Asks the provider to sign the person in without showing a page, or to refuse. */
    Attempt silentAttempt() {
        return attempt(request -> request.prompt(new Prompt(Prompt.Type.NONE)));
    }

    private Attempt attempt(UnaryOperator<AuthenticationRequest.Builder> more) {
        var verifier = new CodeVerifier();
        var state = new State();
        var nonce = new Nonce();
        var request = new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId, app.redirectUri())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        return new Attempt(more.apply(request).build().toURI(), state, nonce, verifier);
    }

    /** Takes the answer that the browser brought, exchanges the code and validates the ID token. */
    SignedIn finish(Attempt attempt, URI callback) {
        var answer = done(() -> AuthenticationResponseParser.parse(callback));
        if (!attempt.state().equals(answer.getState())) {
            throw new AssertionError("another state: " + callback);
        }
        if (!answer.indicatesSuccess()) {
            throw new AssertionError("refused: " + answer.toErrorResponse().getErrorObject());
        }
        var code = answer.toSuccessResponse().getAuthorizationCode();
        var response = token(new AuthorizationCodeGrant(code, app.redirectUri(), attempt.verifier()));
        if (!response.indicatesSuccess()) {
            throw new AssertionError("refused: " + response.toErrorResponse().getErrorObject());
        }
        var tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        return new SignedIn(tokens, done(() -> idTokens.validate(tokens.getIDToken(), attempt.nonce())));
    }

    /** The error that the browser brought instead of a code. */
    String errorOf(Attempt attempt, URI callback) {
        var answer = done(() -> AuthenticationResponseParser.parse(callback));
        if (!attempt.state().equals(answer.getState()) || answer.indicatesSuccess()) {
            throw new AssertionError("not an error for this attempt: " + callback);
        }
        return answer.toErrorResponse().getErrorObject().getCode();
    }

    TokenResponse refresh(RefreshToken refreshToken) {
        return token(new RefreshTokenGrant(refreshToken));
    }

    boolean isActive(Token token) {
        return done(() -> {
            var request = new TokenIntrospectionRequest(provider.getIntrospectionEndpointURI(), credential, token);
            var answer =
                    TokenIntrospectionResponse.parse(request.toHTTPRequest().send());
            if (!answer.indicatesSuccess()) {
                throw new AssertionError("introspection was answered with "
                        + answer.toErrorResponse().getErrorObject());
            }
            return answer.toSuccessResponse().isActive();
        });
    }

    /** OpenID Connect RP-Initiated Logout 1.0, section 2; the person's browser is to open it. */
    URI endSession(SignedIn signedIn, State state) {
        return new LogoutRequest(
                        provider.getEndSessionEndpointURI(),
                        signedIn.tokens().getIDToken(),
                        app.postLogoutRedirectUri(),
                        state)
                .toURI();
    }

    LogoutTokenClaimsSet validate(Told told) {
        return logoutTokens.validate(told);
    }

    private TokenResponse token(AuthorizationGrant grant) {
        return done(() -> {
            var request = new TokenRequest.Builder(provider.getTokenEndpointURI(), credential, grant).build();
            var http = request.toHTTPRequest();
            http.setConnectTimeout(ANSWER_LIMIT_MS);
            http.setReadTimeout(ANSWER_LIMIT_MS);
            return OIDCTokenResponseParser.parse(http.send());
        });
    }

    /** The library's checked exceptions all say that the provider answered what it should not. */
    private static <T> T done(Callable<T> step) {
        try {
            return step.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** A sign-in under way. */
    record Attempt(URI uri, State state, Nonce nonce, CodeVerifier verifier) {}
}
