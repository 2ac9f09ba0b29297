package dev.vesper.oidc.authorize;

import java.util.Optional;

/** The scope must contain openid (OpenID Connect Core 1.0, section 3.1.2.1). */
final class CheckScope implements ClientCheck {
    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        return draft.parameters().words("scope").contains("openid")
                ? Optional.empty()
                : Optional.of(new Refusal.ToClient("invalid_scope", "scope must contain openid"));
    }
}
