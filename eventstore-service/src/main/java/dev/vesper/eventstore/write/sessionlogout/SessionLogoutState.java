package dev.vesper.eventstore.write.sessionlogout;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * @param registered OIDC sessions whose apps are to be told
 * @param apps by client id
 */
public record SessionLogoutState(Set<String> registered, Map<String, AppToTell> apps) {
    static final SessionLogoutState NONE = new SessionLogoutState(Set.of(), Map.of());

    public SessionLogoutState {
        registered = Set.copyOf(registered);
        apps = Map.copyOf(apps);
    }

    SessionLogoutState with(String oidcSessionId, String clientId, UnaryOperator<AppToTell> registration) {
        Set<String> both = new HashSet<>(registered);
        both.add(oidcSessionId);
        Map<String, AppToTell> all = new LinkedHashMap<>(apps);
        all.put(clientId, registration.apply(apps.getOrDefault(clientId, AppToTell.unregistered(clientId))));
        return new SessionLogoutState(both, all);
    }
}
