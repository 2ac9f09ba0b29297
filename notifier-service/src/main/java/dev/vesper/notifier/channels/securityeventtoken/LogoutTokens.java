package dev.vesper.notifier.channels.securityeventtoken;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.notifier.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mints logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.4), a fresh one for each attempt. */
public final class LogoutTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    /** A claim of our own; apps that do not know it pass over it (section 2.4). */
    private static final String REASON = "reason";

    private static final Duration LONGEST_SIGNING = Duration.ofSeconds(10);

    private final SigningKeys keys;
    private final Issuers issuers;
    private final ExecutorService signing;
    private final Surroundings surroundings;
    private final Duration lifetime;

    /** @param signing a bounded pool of platform threads, because signing is all CPU */
    public LogoutTokens(
            SigningKeys keys, Issuers issuers, ExecutorService signing, Surroundings surroundings, Duration lifetime) {
        this.keys = keys;
        this.issuers = issuers;
        this.signing = signing;
        this.surroundings = surroundings;
        this.lifetime = lifetime;
    }

    /** @return the compact serialisation */
    String mint(String instanceId, Logout logout, String algorithm, Content content) {
        SigningKeys.Key key = keys.find(instanceId, algorithm);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(key.algorithm())
                        .type(TYPE)
                        .keyID(key.keyId())
                        .build(),
                claims(issuers.of(instanceId, logout), logout, content));
        sign(token, key);
        return token.serialize();
    }

    /** Never a nonce (section 2.4). */
    private JWTClaimsSet claims(String issuer, Logout logout, Content content) {
        Instant now = surroundings.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(logout.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(surroundings.ids().get().toString())
                .claim("events", EVENTS);
        if (content.session()) {
            claims.claim("sid", logout.sessionId());
        }
        if (content.subject()) {
            claims.subject(logout.userId());
        }
        content.reason().ifPresent(reason -> claims.claim(REASON, reason));
        return claims.build();
    }

    private void sign(SignedJWT token, SigningKeys.Key key) {
        Future<?> signed = signing.submit(() -> {
            token.sign(key.signer());
            return token;
        });
        try {
            signed.get(LONGEST_SIGNING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("key " + key.keyId() + " did not sign", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("key " + key.keyId() + " did not sign", e);
        }
    }
}
