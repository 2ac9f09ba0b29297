package dev.vesper.eventstore.crypto;

import java.util.random.RandomGenerator;

/** Codes for people to type. */
public final class RandomCodes {
    private final RandomGenerator random;

    /** @param random cryptographically strong outside tests */
    public RandomCodes(RandomGenerator random) {
        this.random = random;
    }

    /** Each character is as likely as any other of the alphabet. */
    public String next(int length, String alphabet) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }
}
