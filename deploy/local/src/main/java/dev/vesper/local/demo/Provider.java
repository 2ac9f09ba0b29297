package dev.vesper.local.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;

/** What this app has learnt of Vesper by discovery, and what it checks with that. */
final class Provider {
    static final int TIMEOUT_MS = 10_000;

    private final OIDCProviderMetadata metadata;
    private final IDTokenValidator idTokens;
    private final LogoutTokens logoutTokens;

    private Provider(OIDCProviderMetadata metadata, ClientID client) throws MalformedURLException {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).build();
        JWSKeySelector<SecurityContext> selector = new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
        this.metadata = metadata;
        this.idTokens = new IDTokenValidator(metadata.getIssuer(), client, selector, null);
        this.logoutTokens = new LogoutTokens(metadata.getIssuer(), client, selector);
    }

    /** Asks for {@code /.well-known/openid-configuration}. */
    static Provider discover(AppSettings settings) throws GeneralException, IOException {
        var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MS, TIMEOUT_MS);
        return new Provider(metadata, new ClientID(settings.client().clientId()));
    }

    OIDCProviderMetadata metadata() {
        return metadata;
    }

    LogoutTokens logoutTokens() {
        return logoutTokens;
    }

    IDTokenClaimsSet check(JWT idToken, Nonce nonce) throws BadJOSEException, JOSEException {
        return idTokens.validate(idToken, nonce);
    }
}
