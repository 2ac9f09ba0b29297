package dev.vesper.oidc.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JWSAlgorithm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The {@code at_hash}: the left half of the token's hash (OpenID Connect Core 1.0, section 3.1.3.6). */
final class AccessTokenHash {
    private AccessTokenHash() {}

    static String of(String accessToken, JWSAlgorithm algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(digestName(algorithm));
            byte[] hash = digest.digest(accessToken.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }

    private static String digestName(JWSAlgorithm algorithm) {
        String name = algorithm.getName();
        if (name.endsWith("384")) {
            return "SHA-384";
        }
        return name.endsWith("512") || name.startsWith("Ed") ? "SHA-512" : "SHA-256";
    }
}
