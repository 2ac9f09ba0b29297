package dev.vesper.eventstore.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Tokens that only we can read: a prefix that says what it is, and base64url of parts that name where it is kept. */
public final class OpaqueToken {
    private OpaqueToken() {}

    /** @param parts without dots; the last one is the secret */
    public static String of(String prefix, String... parts) {
        byte[] plain = String.join(".", parts).getBytes(StandardCharsets.UTF_8);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** @return empty for text that is no such token of so many parts */
    public static Optional<List<String>> parse(String prefix, String token, int parts) {
        if (!token.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            byte[] plain = Base64.getUrlDecoder().decode(token.substring(prefix.length()));
            List<String> found = List.of(new String(plain, StandardCharsets.UTF_8).split("\\.", -1));
            return found.size() == parts ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
