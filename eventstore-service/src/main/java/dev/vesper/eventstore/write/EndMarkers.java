package dev.vesper.eventstore.write;

import dev.vesper.events.EndReason;
import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.Subject;
import java.util.Optional;

/**
 * Which events end something. The pipeline writes each one's marker in the event's own push, so that no command can
 * forget it and nothing is minted for what ended.
 */
public final class EndMarkers {
    private EndMarkers() {}

    public static Optional<Marker> of(AggregateId id, Event event) {
        return switch (event) {
            case SessionEvent.Terminated e -> marker(Subjects.session(id.instanceId(), id.id()), e.reason());
            case OidcSessionEvent.Ended e -> marker(Subjects.oidcSession(id.instanceId(), id.id()), e.reason());
            case UserEvent e -> ofUser(Subjects.user(id.instanceId(), id.id()), e);
            case ProjectEvent e -> ofProject(id, e);
            case OrgEvent e -> ofOrg(Subjects.org(id.instanceId(), id.id()), e);
            case InstanceEvent.Removed _ ->
                marker(Subjects.instance(id.instanceId()), EndReason.INSTANCE_REMOVED.wireName());
            case InstanceEvent.SessionsEnded e -> marker(Subjects.instance(id.instanceId()), e.reason());
            default -> Optional.empty(); // Most events end nothing; EndMarkersTest lists every type and what it ends.
        };
    }

    private static Optional<Marker> ofUser(Subject user, UserEvent event) {
        return switch (event) {
            case UserEvent.Deactivated _ -> marker(user, EndReason.USER_DEACTIVATED.wireName());
            case UserEvent.Locked _ -> marker(user, EndReason.USER_LOCKED.wireName());
            case UserEvent.Removed _ -> marker(user, EndReason.USER_REMOVED.wireName());
            case UserEvent.SessionsEnded e -> marker(user, e.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<Marker> ofProject(AggregateId id, ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.Deactivated _ -> marker(Subjects.project(id.instanceId(), id.id()), "app_deactivated");
            case ProjectEvent.Removed _ ->
                marker(Subjects.project(id.instanceId(), id.id()), EndReason.APP_REMOVED.wireName());
            case ProjectEvent.ApplicationDeactivated e ->
                marker(Subjects.app(id.instanceId(), e.appId()), "app_deactivated");
            case ProjectEvent.ApplicationRemoved e ->
                marker(Subjects.app(id.instanceId(), e.appId()), EndReason.APP_REMOVED.wireName());
            case ProjectEvent.ApplicationSessionsEnded e ->
                marker(Subjects.app(id.instanceId(), e.appId()), e.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<Marker> ofOrg(Subject org, OrgEvent event) {
        return switch (event) {
            case OrgEvent.Deactivated _ -> marker(org, EndReason.USER_DEACTIVATED.wireName());
            case OrgEvent.Removed _ -> marker(org, EndReason.USER_REMOVED.wireName());
            case OrgEvent.SessionsEnded e -> marker(org, e.reason());
            default -> Optional.empty();
        };
    }

    private static Optional<Marker> marker(Subject subject, String reason) {
        return Optional.of(new Marker(subject, reason));
    }
}
