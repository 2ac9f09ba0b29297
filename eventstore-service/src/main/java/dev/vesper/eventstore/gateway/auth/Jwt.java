package dev.vesper.eventstore.gateway.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** A signed token as it came, with claims that nobody has verified yet. */
record Jwt(SignedJWT signed, JWTClaimsSet claims) {
    /** Ours have about two thousand characters. */
    private static final int LONGEST = 8192;

    static Optional<Jwt> parse(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var signed = SignedJWT.parse(token);
            return Optional.of(new Jwt(signed, signed.getJWTClaimsSet()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOfType(String type) {
        var header = signed.getHeader().getType();
        return header != null && header.getType().equalsIgnoreCase(type);
    }

    String keyId() {
        var keyId = signed.getHeader().getKeyID();
        return keyId == null ? "" : keyId;
    }

    String issuer() {
        return claims.getIssuer() == null ? "" : claims.getIssuer();
    }

    /** Empty for one that is missing or no text. */
    String text(String claim) {
        return claims.getClaim(claim) instanceof String text ? text : "";
    }

    boolean isFor(String audience) {
        return claims.getAudience().contains(audience);
    }

    boolean expiredAt(Instant now) {
        var end = claims.getExpirationTime();
        var begin = claims.getNotBeforeTime();
        return end == null || !now.isBefore(end.toInstant()) || (begin != null && now.isBefore(begin.toInstant()));
    }

    /** The algorithm follows from the key, whatever the token says of itself. */
    boolean isSignedBy(PublicKey key) {
        var algorithm = signed.getHeader().getAlgorithm();
        try {
            return switch (key) {
                case RSAPublicKey rsa ->
                    JWSAlgorithm.Family.RSA.contains(algorithm) && signed.verify(new RSASSAVerifier(rsa));
                case ECPublicKey ec ->
                    JWSAlgorithm.Family.EC.contains(algorithm) && signed.verify(new ECDSAVerifier(ec));
                default -> false; // No other kind of key is configured or made.
            };
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }
}
