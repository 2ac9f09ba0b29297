package dev.vesper.oidc.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 over text (RFC 2104). */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    public Hmac(byte[] key) {
        this.key = key.clone();
    }

    /** @return base64url without padding */
    public String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytesOf(text));
    }

    public byte[] bytesOf(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    public boolean isOf(String text, String code) {
        return MessageDigest.isEqual(of(text).getBytes(UTF_8), code.getBytes(UTF_8));
    }
}
