package dev.vesper.oidc.token;

import dev.vesper.oidc.http.Json;
import dev.vesper.oidc.tokens.TokenMint.Minted;
import dev.vesper.proto.internal.v1.Grant;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A successful answer (RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3). */
final class TokenAnswer {
    private TokenAnswer() {}

    static Response of(Grant grant, Minted minted) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", minted.accessToken());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetimeSeconds(grant));
        if (!grant.getRefreshToken().isEmpty()) {
            answer.put("refresh_token", grant.getRefreshToken());
        }
        minted.idToken().ifPresent(idToken -> answer.put("id_token", idToken));
        answer.put("scope", String.join(" ", grant.getScopeList()));
        return Json.answer(answer);
    }

    private static long lifetimeSeconds(Grant grant) {
        return grant.getAccessTokenExpiresAt().getSeconds()
                - grant.getAccessTokenIssuedAt().getSeconds();
    }
}
