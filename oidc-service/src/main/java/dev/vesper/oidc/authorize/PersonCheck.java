package dev.vesper.oidc.authorize;

import java.util.Optional;

/** A check of what decides whether the redirect URI can be trusted. Its type cannot send anything there. */
@FunctionalInterface
interface PersonCheck {
    Optional<Refusal.ToPerson> check(Draft draft);
}
