package dev.vesper.oidc.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.oidc.keys.SigningKeys;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Optional;

/**
 * Verifies tokens that come back to us: by our own keys, each with its own algorithm alone, whatever the header wishes
 * (RFC 8725, section 3.1). Never by a client's key or secret, and never unsigned.
 */
@Singleton
final class OwnJwts {
    private final SigningKeys keys;

    OwnJwts(SigningKeys keys) {
        this.keys = keys;
    }

    /** @return empty unless we signed it; its times are not looked at */
    Optional<SignedJWT> verify(String instanceId, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String keyId = jwt.getHeader().getKeyID();
            return Optional.ofNullable(keyId)
                    .flatMap(id -> keys.find(instanceId, id))
                    .filter(key -> key.algorithm().equals(jwt.getHeader().getAlgorithm()))
                    .filter(key -> isSigned(jwt, key.jwk()))
                    .map(key -> jwt);
        } catch (ParseException notASignedJwt) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = new DefaultJWSVerifierFactory()
                    .createJWSVerifier(jwt.getHeader(), ((AsymmetricJWK) key).toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException | ClassCastException notVerifiable) {
            return false;
        }
    }
}
