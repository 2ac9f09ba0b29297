package dev.vesper.eventstore.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) as a PHC string: {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash}. */
final class Argon2id {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private Argon2id() {}

    static String hash(String password, Cost cost, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = run(password, cost, salt, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    static boolean isHash(String phc) {
        return phc.startsWith("$argon2id$");
    }

    /** @throws IllegalArgumentException when it is not a PHC string of Argon2id */
    static boolean verify(String password, String phc) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalArgumentException("not an Argon2id PHC string");
        }
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(expected, run(password, Cost.parse(parts[3]), salt, expected.length));
    }

    private static byte[] run(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    record Cost(int memoryKib, int iterations, int parallelism) {
        private static Cost parse(String text) {
            String[] values = text.split(",", -1);
            if (values.length != 3) {
                throw new IllegalArgumentException("not the parameters of Argon2id");
            }
            return new Cost(value(values[0], "m="), value(values[1], "t="), value(values[2], "p="));
        }

        private static int value(String text, String prefix) {
            if (!text.startsWith(prefix)) {
                throw new IllegalArgumentException("not the parameters of Argon2id");
            }
            return Integer.parseInt(text.substring(prefix.length()));
        }
    }
}
