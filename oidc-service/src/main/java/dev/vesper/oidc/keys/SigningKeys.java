package dev.vesper.oidc.keys;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import dev.vesper.oidc.Configuration;
import dev.vesper.proto.internal.v1.GetSigningKeysRequest;
import dev.vesper.proto.internal.v1.KeysGrpc.KeysBlockingStub;
import dev.vesper.proto.internal.v1.SigningKey;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The keys of an instance, private parts included, in memory only. Asked for again after a while, or when one changed. */
@Singleton
public final class SigningKeys {
    private final KeysBlockingStub keys;
    private final LoadingCache<String, List<Key>> byInstance;

    SigningKeys(KeysBlockingStub keys, Configuration configuration) {
        this.keys = keys;
        this.byInstance = Caffeine.newBuilder()
                .expireAfterWrite(configuration.oidc().signing().keyRefresh())
                .build(this::load);
    }

    /** @return the active key of the algorithm; there is none when an operator has not made one */
    public Optional<Key> findActive(String instanceId, JWSAlgorithm algorithm) {
        return all(instanceId).stream()
                .filter(key -> key.active() && key.algorithm().equals(algorithm))
                .findFirst();
    }

    public Optional<Key> find(String instanceId, String keyId) {
        return all(instanceId).stream()
                .filter(key -> keyId.equals(key.jwk().getKeyID()))
                .findFirst();
    }

    public List<Key> all(String instanceId) {
        return byInstance.get(instanceId);
    }

    void forget(@Observes SigningKeysChanged changed) {
        byInstance.invalidate(changed.instanceId());
    }

    private List<Key> load(String instanceId) {
        GetSigningKeysRequest request =
                GetSigningKeysRequest.newBuilder().setInstanceId(instanceId).build();
        return keys.getSigningKeys(request).getKeysList().stream()
                .map(SigningKeys::read)
                .toList();
    }

    private static Key read(SigningKey key) {
        try {
            return new Key(JWK.parse(key.getPrivateJwk()), JWSAlgorithm.parse(key.getAlgorithm()), key.getActive());
        } catch (ParseException e) {
            // The parser's message may hold key material.
            throw new IllegalStateException("signing key " + key.getKeyId() + " is not a JWK");
        }
    }

    /** @param active whether new tokens are signed with it; else it only verifies older ones */
    public record Key(JWK jwk, JWSAlgorithm algorithm, boolean active) {
        @Override
        public String toString() {
            return "Key[" + jwk.getKeyID() + "]";
        }
    }
}
