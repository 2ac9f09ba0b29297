package dev.vesper.oidc.authorize;

import java.util.Optional;

/** Request parameters must not be included more than once (RFC 6749, section 3.1). */
final class CheckNothingGivenTwice implements ClientCheck {
    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        return draft.parameters()
                .firstRepeated()
                .map(name -> new Refusal.ToClient("invalid_request", "a parameter is included more than once"));
    }
}
