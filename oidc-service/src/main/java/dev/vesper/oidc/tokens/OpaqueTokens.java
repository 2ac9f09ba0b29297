package dev.vesper.oidc.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vesper.oidc.keys.ServiceKeys;
import dev.vesper.proto.internal.v1.AccessTokenRef;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;

/** Opaque access tokens: the ids of OIDC session and token, and a code that only we can make. */
@Singleton
final class OpaqueTokens {
    static final String PREFIX = "va_";

    private final ServiceKeys keys;

    OpaqueTokens(ServiceKeys keys) {
        this.keys = keys;
    }

    String mint(String oidcSessionId, String accessTokenId) {
        String ids = oidcSessionId + "." + accessTokenId;
        String body = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(ids.getBytes(US_ASCII));
        return body + "." + keys.accessToken().of(body);
    }

    /** @return empty for what {@link #mint} did not make */
    Optional<AccessTokenRef> read(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < PREFIX.length() || !keys.accessToken().isOf(token.substring(0, dot), token.substring(dot + 1))) {
            return Optional.empty();
        }
        String ids = new String(Base64.getUrlDecoder().decode(token.substring(PREFIX.length(), dot)), US_ASCII);
        int separator = ids.lastIndexOf('.');
        return Optional.of(AccessTokenRef.newBuilder()
                .setOidcSessionId(ids.substring(0, separator))
                .setAccessTokenId(ids.substring(separator + 1))
                .build());
    }
}
