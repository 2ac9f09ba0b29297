package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.gateway.auth.Reach.Owned;
import java.util.Optional;

/** Whose a resource is: the one place that knows. */
interface Owners {
    /** Empty for what never was in this instance. */
    Optional<Owned> of(String instanceId, Resource kind, String id);
}
