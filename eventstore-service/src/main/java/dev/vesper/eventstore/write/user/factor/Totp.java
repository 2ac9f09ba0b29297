package dev.vesper.eventstore.write.user.factor;

import dev.vesper.eventstore.crypto.TokenHash;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that go by the time (RFC 6238): SHA-1, six digits, thirty seconds, which is what all apps can do. */
public final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final long STEP_SECONDS = 30;
    /** Clocks differ, and people are slow. RFC 6238, section 5.2. */
    private static final int STEPS_AROUND = 1;

    private Totp() {}

    /**
     * @param after codes of this time step and those before it are not good
     * @return the time step whose code it is; empty for a wrong one
     */
    public static OptionalLong match(String base32, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
            if (step > after && TokenHash.equal(code(base32, step), code.strip())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String base32, Instant at) {
        return code(base32, at.getEpochSecond() / STEP_SECONDS);
    }

    /** RFC 4226, section 5.3. */
    private static String code(String base32, long step) {
        byte[] hash = hmac(
                Base32.decode(base32),
                ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + DIGITS + "d").formatted(number % MODULUS);
    }

    /** What a QR code holds; the format is the one of Google's Key-Uri-Format page. */
    static String uri(String issuer, String account, String base32) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(encoded(issuer), encoded(account), base32, encoded(issuer), DIGITS, STEP_SECONDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }
}
