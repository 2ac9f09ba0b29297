package dev.vesper.eventstore.write.sessionlogout;

import java.util.Set;

/** @param registered OIDC sessions whose apps are to be told */
public record SessionLogoutState(Set<String> registered) {
    public SessionLogoutState {
        registered = Set.copyOf(registered);
    }
}
