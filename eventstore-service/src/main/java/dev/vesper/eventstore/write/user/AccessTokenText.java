package dev.vesper.eventstore.write.user;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A personal access token as text: base64url of instance, user and token id and a secret, joined by colons. */
public record AccessTokenText(String instanceId, String userId, String tokenId, String secret) {
    /** @return empty for text that is no such token */
    public static Optional<AccessTokenText> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", -1);
            return parts.length == 4
                    ? Optional.of(new AccessTokenText(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        String plain = instanceId + ":" + userId + ":" + tokenId + ":" + secret;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessTokenText[userId=" + userId + ", tokenId=" + tokenId + "]";
    }
}
