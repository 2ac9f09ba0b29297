package dev.vesper.oidc.authorize;

import java.util.Optional;

/** A check of the rest of the request; client and redirect URI are known to be right. */
@FunctionalInterface
interface ClientCheck {
    Optional<Refusal.ToClient> check(Draft draft);
}
