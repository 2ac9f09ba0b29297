package dev.vesper.eventstore.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.write.AdminAudience;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Relying;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.webkey.TestPublicKeys;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed with the instance's key, for the admin API, of a session that goes on: all of it, or nothing. */
final class OwnAccessTokensTest {
    private final TestLogs logs = TestLogs.create();
    private final WriteSide side = new WriteSide(logs.log(), 10);
    private final SigningKeys signingKeys = new SigningKeys(side.masterKey);
    private final OwnAccessTokens tokens = new OwnAccessTokens(
            new Hosts(side.pipeline.aggregates(), logs.log(), side.clock, Duration.ZERO),
            TestPublicKeys.publicKeys(side.pipeline.aggregates()),
            side.oidc.states(),
            side.clock);

    private RSAKey key;
    private String userId;
    private String sessionId;
    private Relying app;

    @BeforeEach
    void signIn() throws ParseException {
        var made = signingKeys.generate("RS256", "key-1");
        TestPublicKeys.add(side, "key-1", made);
        key = RSAKey.parse(signingKeys.open(made.privateKey(), "key-1"));
        userId = side.newUser("ada");
        sessionId = side.signIn(userId);
        app = Relying.party(side, "Alpha");
    }

    @AfterEach
    void close() {
        side.close();
        logs.close();
    }

    @Test
    void opens_the_admin_api_to_whom_it_was_granted() {
        var grant = app.exchange(app.code(sessionId, "openid", AdminAudience.SCOPE));

        assertThat(grant.grant().audience()).contains("urn:vesper:admin:default");
        assertThat(caller(claims(grant), "at+jwt", key)).contains(new AdminCaller("default", userId, WriteSide.ORG));
    }

    @Test
    void is_refused_at_once_when_its_session_ended() {
        var grant = app.exchange(app.code(sessionId, "openid", AdminAudience.SCOPE));
        side.users.endSessions(WriteSide.ADMIN, userId);

        assertThat(caller(claims(grant), "at+jwt", key)).isEmpty();
    }

    @Test
    void is_refused_when_one_thing_about_it_is_not_right() throws JOSEException {
        var grant = app.exchange(app.code(sessionId, "openid", AdminAudience.SCOPE));
        var other = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048)
                .keyID("key-1")
                .generate();

        assertThat(caller(claims(grant), "at+jwt", other))
                .as("another's signature")
                .isEmpty();
        assertThat(caller(claims(grant), "JWT", key)).as("an ID token").isEmpty();
        assertThat(caller(claims(grant).audience("urn:vesper:admin:other"), "at+jwt", key))
                .as("another instance's audience")
                .isEmpty();
        assertThat(caller(claims(grant).audience(app.app().clientId()), "at+jwt", key))
                .as("the client's audience alone")
                .isEmpty();
        assertThat(caller(claims(grant).issuer("https://elsewhere.example.com"), "at+jwt", key))
                .as("a host that is nobody's")
                .isEmpty();
        assertThat(caller(claims(grant).jwtID("another"), "at+jwt", key))
                .as("a token that was never granted")
                .isEmpty();
        side.clock.advance(Duration.ofDays(1));
        assertThat(caller(claims(grant), "at+jwt", key)).as("expired").isEmpty();
    }

    private JWTClaimsSet.Builder claims(Grant grant) {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .subject(grant.grant().userId())
                .audience(grant.grant().audience())
                .expirationTime(Date.from(grant.accessTokenExpiresAt()))
                .jwtID(grant.accessTokenId())
                .claim("oidc_session_id", grant.oidcSessionId());
    }

    private Optional<AdminCaller> caller(JWTClaimsSet.Builder claims, String type, RSAKey signer) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID("key-1")
                .build();
        var jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new RSASSASigner(signer));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return Jwt.parse(jwt.serialize()).flatMap(tokens::callerOf);
    }
}
