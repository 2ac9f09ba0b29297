package dev.vesper.eventstore.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.eventstore.ManualClock;
import dev.vesper.eventstore.write.AdminCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SystemUsersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ECKey key = key();
    private final SystemUsers users;

    SystemUsersTest() throws JOSEException {
        users = new SystemUsers(Map.of("ops", key.toECPublicKey()), new ManualClock(NOW));
    }

    @Test
    void a_token_that_a_configured_user_signed_is_good_for_its_hour() throws JOSEException {
        assertThat(caller(claims("ops"))).contains(new AdminCaller("", "system:ops"));
        assertThat(caller(claims("ops")).orElseThrow().isSystemUser()).isTrue();
    }

    @Test
    void another_name_key_audience_or_a_longer_life_is_refused() throws JOSEException {
        assertThat(caller(claims("eve"))).isEmpty();
        assertThat(caller(claims("ops").subject("eve"))).isEmpty();
        assertThat(caller(claims("ops").audience("urn:vesper:admin:default"))).isEmpty();
        assertThat(caller(claims("ops").expirationTime(Date.from(NOW.plus(Duration.ofHours(2))))))
                .isEmpty();
        assertThat(caller(claims("ops").expirationTime(Date.from(NOW)))).isEmpty();
        assertThat(caller(claims("ops").issueTime(null))).isEmpty();
        var foreign = new SignedJWT(header(JWSAlgorithm.ES256), claims("ops").build());
        foreign.sign(new ECDSASigner(key()));
        assertThat(users.callerOf(Jwt.parse(foreign.serialize()).orElseThrow())).isEmpty();
    }

    /** The old trick: to take a public key for a shared secret. */
    @Test
    void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
        var jwt = new SignedJWT(header(JWSAlgorithm.HS256), claims("ops").build());
        jwt.sign(new MACSigner(key.toECPublicKey().getEncoded()));

        assertThat(users.callerOf(Jwt.parse(jwt.serialize()).orElseThrow())).isEmpty();
    }

    @Test
    void reads_keys_as_pem() throws JOSEException {
        var base64 = Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded());

        assertThat(SystemUsers.read("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n"))
                .contains(key.toECPublicKey());
        assertThat(SystemUsers.read("no key")).isEmpty();
    }

    private Optional<AdminCaller> caller(JWTClaimsSet.Builder claims) throws JOSEException {
        var jwt = new SignedJWT(header(JWSAlgorithm.ES256), claims.build());
        jwt.sign(new ECDSASigner(key));
        return Jwt.parse(jwt.serialize()).filter(users::signed).flatMap(users::callerOf);
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).build();
    }

    private static JWTClaimsSet.Builder claims(String name) {
        return new JWTClaimsSet.Builder()
                .issuer(name)
                .subject(name)
                .audience(SystemUsers.AUDIENCE)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofHours(1))));
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
