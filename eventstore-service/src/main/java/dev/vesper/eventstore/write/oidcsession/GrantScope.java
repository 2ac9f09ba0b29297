package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.EndReason;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.project.ClientScope;
import dev.vesper.eventstore.write.session.SessionScope;
import java.util.Optional;
import java.util.Set;

/** A grant with all that it stands on: its session and its app. */
record GrantScope(
        Loaded<OidcSessionState> oidcSession, OidcSessionEvent.Added grant, SessionScope session, ClientScope client) {

    /** Ends of a session that a grant with {@code offline_access} outlives. */
    private static final Set<String> OUTLIVED =
            Set.of(EndReason.USER.wireName(), EndReason.RP.wireName(), EndReason.EXPIRED.wireName());

    /** @return empty when the grant does not exist, or its session or app never did */
    static Optional<GrantScope> load(Loader loader, String instanceId, String oidcSessionId) {
        var oidcSession = loader.load(OidcSessionDecider.KIND, instanceId, oidcSessionId);
        OidcSessionEvent.Added grant = oidcSession.state().grant();
        if (grant == null) {
            return Optional.empty();
        }
        return SessionScope.load(loader, instanceId, grant.sessionId())
                .flatMap(session -> ClientScope.load(loader, instanceId, grant.clientId())
                        .map(client -> new GrantScope(oidcSession, grant, session, client)));
    }

    /** Whether anything may still come of it. */
    boolean isLive() {
        return oidcSession.state().endReason() == null
                && sessionAllows()
                && session.groundEndReason().isEmpty()
                && client.isActive()
                && client.endedSince(session.begunAt()).isEmpty();
    }

    void requireNotEnded(UnitOfWork unit) {
        if (session.session().state().isLive()) {
            session.requireNotEnded(unit);
        } else {
            session.requireGroundNotEnded(unit); // Ended for a reason that this grant outlives; a session ends once.
        }
        client.requireNotEnded(unit, session.begunAt());
    }

    private boolean sessionAllows() {
        String reason = session.session().state().endReason();
        return reason == null || (grant.scope().contains(GrantRules.OFFLINE_ACCESS) && OUTLIVED.contains(reason));
    }
}
