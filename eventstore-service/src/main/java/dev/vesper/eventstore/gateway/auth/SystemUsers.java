package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.write.AdminCaller;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those whom the configuration names by public key. They sign a token of their own for each hour or less: {@code iss} and
 * {@code sub} are their name, {@code aud} is {@value #AUDIENCE}, {@code iat} and {@code exp} are there.
 */
@Startup
@Singleton
final class SystemUsers {
    static final String AUDIENCE = "urn:vesper:system";

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String PREFIX = "system:";

    private final Map<String, PublicKey> keys;
    private final Clock clock;

    @Inject
    SystemUsers(EventstoreConfig config, Clock clock) {
        this(keys(config), clock);
    }

    SystemUsers(Map<String, PublicKey> keys, Clock clock) {
        this.keys = Map.copyOf(keys);
        this.clock = clock;
    }

    /** Whether it says that it is one of theirs. */
    boolean signed(Jwt jwt) {
        return keys.containsKey(jwt.issuer());
    }

    Optional<AdminCaller> callerOf(Jwt jwt) {
        var key = keys.get(jwt.issuer());
        return key != null && jwt.isFor(AUDIENCE) && jwt.text("sub").equals(jwt.issuer()) && isShort(jwt)
                ? Optional.of(jwt)
                        .filter(token -> token.isSignedBy(key))
                        .map(token -> new AdminCaller("", PREFIX + token.issuer()))
                : Optional.empty();
    }

    private boolean isShort(Jwt jwt) {
        var issued = jwt.claims().getIssueTime();
        var end = jwt.claims().getExpirationTime();
        return issued != null
                && end != null
                && !jwt.expiredAt(clock.instant())
                && Duration.between(issued.toInstant(), end.toInstant()).compareTo(LONGEST) <= 0;
    }

    private static Map<String, PublicKey> keys(EventstoreConfig config) {
        Map<String, PublicKey> keys = new HashMap<>();
        config.system()
                .users()
                .forEach((name, user) -> keys.put(
                        name,
                        read(user.publicKey())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "vesper.system.users." + name + ".public-key is no PEM of a public key"))));
        return keys;
    }

    static Optional<PublicKey> read(String pem) {
        var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("(\\s|\\\\n)+", "");
        return Stream.of("RSA", "EC")
                .flatMap(algorithm -> read(algorithm, base64).stream())
                .findFirst();
    }

    /** Empty for a key of the other kind, and for none. */
    private static Optional<PublicKey> read(String algorithm, String base64) {
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
