package dev.vesper.eventstore.write.webkey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.eventstore.write.Aggregates;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Optional;

/** The public half of an instance's keys, of those too that sign nothing any more. */
@Singleton
public final class PublicKeys {
    private final Aggregates aggregates;

    PublicKeys(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** Empty for a key that the instance never had, or that was removed. */
    public Optional<PublicKey> find(String instanceId, String keyId) {
        WebKeyEvent.Added key =
                aggregates.load(WebKeyDecider.KIND, instanceId, keyId).state().key();
        return key == null ? Optional.empty() : Optional.of(read(key.publicKey()));
    }

    private static PublicKey read(String jwk) {
        try {
            var key = JWK.parse(jwk);
            return key.getKeyType().getValue().equals("RSA")
                    ? key.toRSAKey().toPublicKey()
                    : key.toECKey().toPublicKey();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("a public key of ours cannot be read", e);
        }
    }
}
