package dev.vesper.notifier.channels.securityeventtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.log.Remembered;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.SigningKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** An instance's private keys, in memory only and only for a short time. */
public final class SigningKeys {
    private final Remembered<String, List<Key>> keys;

    /** A key that is ready to sign; a signer may be used by several threads. */
    record Key(String keyId, JWSAlgorithm algorithm, JWSSigner signer) {}

    public SigningKeys(InternalClients clients, Clock clock, Duration rememberFor) {
        this.keys = new Remembered<>(clock, rememberFor, instanceId -> ask(clients, instanceId));
    }

    /**
     * @param algorithm empty for the active key's
     * @throws IllegalStateException when the instance has no such key
     */
    Key find(String instanceId, String algorithm) {
        return keys.get(instanceId).stream()
                .filter(key -> algorithm.isEmpty() || key.algorithm().getName().equals(algorithm))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("instance " + instanceId + " has no key for " + algorithm));
    }

    private static List<Key> ask(InternalClients clients, String instanceId) {
        var request =
                GetSigningKeysRequest.newBuilder().setInstanceId(instanceId).build();
        return clients.keys().getSigningKeys(request).getKeysList().stream()
                .map(SigningKeys::key)
                .toList();
    }

    private static Key key(SigningKey key) {
        try {
            JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm());
            JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(JWK.parse(key.getPrivateJwk()), algorithm);
            return new Key(key.getKeyId(), algorithm, signer);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("signing key " + key.getKeyId() + " cannot be used", e);
        }
    }
}
