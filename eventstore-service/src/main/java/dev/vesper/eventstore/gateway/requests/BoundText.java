package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Text that is good in one context only: HMAC-SHA-256 over both, cut to 128 bits, in front of it. */
final class BoundText {
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;

    BoundText(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String bind(String text, byte[] context) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var bound = ByteBuffer.allocate(MAC_BYTES + plain.length)
                .put(mac(plain, context), 0, MAC_BYTES)
                .put(plain);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bound.array());
    }

    /** Empty for what was not bound to this context. */
    Optional<String> open(String token, byte[] context) {
        byte[] bound;
        try {
            bound = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bound.length < MAC_BYTES) {
            return Optional.empty();
        }
        var plain = Arrays.copyOfRange(bound, MAC_BYTES, bound.length);
        var expected = Arrays.copyOf(mac(plain, context), MAC_BYTES);
        return MessageDigest.isEqual(expected, Arrays.copyOf(bound, MAC_BYTES))
                ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static byte[] digest(String first, String second, String third, ByteString last) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {first, second, third}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            digest.update(last.asReadOnlyByteBuffer());
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private byte[] mac(byte[] plain, byte[] context) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(context);
            return mac.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
