package dev.vesper.oidc.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.oidc.keys.SigningKeys;
import jakarta.inject.Singleton;

/** Signs claims with the active key of an instance. */
@Singleton
final class TokenSigner {
    private final SigningKeys keys;
    private final SigningPool pool;

    TokenSigner(SigningKeys keys, SigningPool pool) {
        this.keys = keys;
        this.pool = pool;
    }

    /** @throws IllegalStateException when the instance has no active key of the algorithm */
    String sign(String instanceId, JWSAlgorithm algorithm, JOSEObjectType type, JWTClaimsSet claims) {
        SigningKeys.Key key = keys.findActive(instanceId, algorithm)
                .orElseThrow(() -> new IllegalStateException(
                        "instance " + instanceId + " has no active " + algorithm + " key: add and activate one"));
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(type)
                .keyID(key.jwk().getKeyID())
                .build();
        return pool.run(() -> sign(header, claims, key));
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, SigningKeys.Key key) throws JOSEException {
        JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key.jwk(), header.getAlgorithm());
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
