package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** What kinds of keys sign (RFC 7518, section 3.1). Field names are those of the admin API. */
public final class KeyRules {
    /** What an instance can sign by, once it has a key. */
    public static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256");

    private static final List<Integer> RSA_BITS = List.of(2048, 3072, 4096);
    private static final int P256_BITS = 256;

    private KeyRules() {}

    static String algorithm(String asked) {
        if (asked.isEmpty()) {
            return ALGORITHMS.getFirst();
        }
        if (!ALGORITHMS.contains(asked)) {
            throw invalid("algorithm", "must be one of " + String.join(", ", ALGORITHMS));
        }
        return asked;
    }

    static int bits(String algorithm, int asked) {
        if (algorithm.equals("ES256")) {
            if (asked != 0 && asked != P256_BITS) {
                throw invalid("bits", "of ES256 can only be 256");
            }
            return P256_BITS;
        }
        if (asked != 0 && !RSA_BITS.contains(asked)) {
            throw invalid("bits", "must be 2048, 3072 or 4096");
        }
        return asked == 0 ? RSA_BITS.getFirst() : asked;
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_KEY", field, field + " " + problem + ".");
    }
}
