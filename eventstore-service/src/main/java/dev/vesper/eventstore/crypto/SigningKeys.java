package dev.vesper.eventstore.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.vesper.events.EncryptedValue;

/** Makes signing keys (JWK, RFC 7517) and keeps their private parts wrapped by the master key. */
public final class SigningKeys {
    private static final int RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    private final MasterKey masterKey;

    public SigningKeys(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    /**
     * @param algorithm RS256 or ES256
     * @param keyId becomes the {@code kid}
     */
    public SigningKey generate(String algorithm, String keyId) {
        return generate(algorithm, algorithm.equals("ES256") ? P256_BITS : RSA_BITS, keyId);
    }

    /**
     * @param algorithm RS256, PS256 or ES256
     * @param bits of the RSA key or the curve
     * @param keyId becomes the {@code kid}
     */
    public SigningKey generate(String algorithm, int bits, String keyId) {
        try {
            JWK jwk = switch (algorithm) {
                case "RS256", "PS256" ->
                    new RSAKeyGenerator(bits)
                            .keyID(keyId)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.parse(algorithm))
                            .generate();
                case "ES256" ->
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(keyId)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate();
                default -> throw new IllegalArgumentException("vesper.keys.signing-algorithm: RS256 or ES256");
            };
            return new SigningKey(
                    masterKey.wrap(jwk.toJSONString(), keyId), jwk.toPublicJWK().toJSONString(), algorithm, bits);
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key could not be made", e);
        }
    }

    /** @return the private JWK as JSON */
    public String open(EncryptedValue privateKey, String keyId) {
        return masterKey.unwrap(privateKey, keyId);
    }

    /** @param publicKey the public JWK as JSON */
    public record SigningKey(EncryptedValue privateKey, String publicKey, String algorithm, int bits) {}
}
