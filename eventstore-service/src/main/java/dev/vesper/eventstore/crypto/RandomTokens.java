package dev.vesper.eventstore.crypto;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Secrets of 256 random bits. */
public final class RandomTokens {
    private final RandomGenerator random;

    /** @param random cryptographically strong outside tests */
    public RandomTokens(RandomGenerator random) {
        this.random = random;
    }

    /** @return 43 characters of base64url */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(nextKey());
    }

    /** @return 32 bytes */
    public byte[] nextKey() {
        byte[] bytes = new byte[MasterKey.BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
