package dev.vesper.projection.read.features;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.Membership;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SystemEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class FeaturesProjection implements Projection {
    static final String BACK_CHANNEL_LOGOUT = "back_channel_logout";
    static final String SINGLE_SESSION_TERMINATION = "single_session_termination";

    private static final Sql SET = Sql.of(FeaturesProjection.class, "set_feature");
    private static final Sql RESET = Sql.of(FeaturesProjection.class, "reset_features");

    @Override
    public String name() {
        return "features";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("system", "instance");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case SystemEvent system -> reduce(at, system);
            case InstanceEvent instance -> reduce(at, instance);
            default -> Change.NONE;
        };
    }

    private static Change reduce(RecordedEvent at, SystemEvent event) {
        return switch (event) {
            case SystemEvent.BackChannelLogoutSet set -> set(at, BACK_CHANNEL_LOGOUT, set.value());
            case SystemEvent.SingleSessionTerminationSet set -> set(at, SINGLE_SESSION_TERMINATION, set.value());
            case SystemEvent.FeaturesReset _ -> RESET.with(at.instanceId());
            case Membership _ -> Change.NONE;
        };
    }

    private static Change reduce(RecordedEvent at, InstanceEvent event) {
        return switch (event) {
            case InstanceEvent.BackChannelLogoutSet set -> set(at, BACK_CHANNEL_LOGOUT, set.value());
            case InstanceEvent.SingleSessionTerminationSet set -> set(at, SINGLE_SESSION_TERMINATION, set.value());
            case InstanceEvent.FeaturesReset _ -> RESET.with(at.instanceId());
            case InstanceEvent.Added _ -> Change.NONE;
            case InstanceEvent.Removed _ -> RESET.with(at.instanceId());
            case InstanceEvent.Changed _ -> Change.NONE;
            case InstanceEvent.DefaultLanguageSet _ -> Change.NONE;
            case InstanceEvent.DomainAdded _ -> Change.NONE;
            case InstanceEvent.DomainPrimarySet _ -> Change.NONE;
            case InstanceEvent.DomainRemoved _ -> Change.NONE;
            case InstanceEvent.DefaultOrgSet _ -> Change.NONE;
            case InstanceEvent.PolicySet _ -> Change.NONE;
            case InstanceEvent.PolicyReset _ -> Change.NONE;
            case InstanceEvent.OidcSettingsAdded _ -> Change.NONE;
            case InstanceEvent.OidcSettingsChanged _ -> Change.NONE;
            case InstanceEvent.SessionsEnded _ -> Change.NONE;
            case Membership _ -> Change.NONE;
        };
    }

    private static Change set(RecordedEvent at, String key, boolean value) {
        return SET.with(at.instanceId(), key, value, at.position());
    }
}
