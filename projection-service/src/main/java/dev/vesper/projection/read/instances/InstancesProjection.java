package dev.vesper.projection.read.instances;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.InstanceEvent.Added;
import dev.vesper.events.InstanceEvent.BackChannelLogoutSet;
import dev.vesper.events.InstanceEvent.Changed;
import dev.vesper.events.InstanceEvent.DefaultLanguageSet;
import dev.vesper.events.InstanceEvent.DefaultOrgSet;
import dev.vesper.events.InstanceEvent.DomainAdded;
import dev.vesper.events.InstanceEvent.DomainPrimarySet;
import dev.vesper.events.InstanceEvent.DomainRemoved;
import dev.vesper.events.InstanceEvent.FeaturesReset;
import dev.vesper.events.InstanceEvent.OidcSettingsAdded;
import dev.vesper.events.InstanceEvent.OidcSettingsChanged;
import dev.vesper.events.InstanceEvent.PolicyReset;
import dev.vesper.events.InstanceEvent.PolicySet;
import dev.vesper.events.InstanceEvent.Removed;
import dev.vesper.events.InstanceEvent.SessionsEnded;
import dev.vesper.events.InstanceEvent.SingleSessionTerminationSet;
import dev.vesper.events.Membership;
import dev.vesper.events.Policy;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

@Singleton
final class InstancesProjection implements Projection {
    private static final Sql ADD_INSTANCE = sql("add_instance");
    private static final Sql RENAME_INSTANCE = sql("rename_instance");
    private static final Sql SET_DEFAULT_LANGUAGE = sql("set_default_language");
    private static final Sql REMOVE_INSTANCE = sql("remove_instance");
    private static final Sql ADD_DOMAIN = sql("add_domain");
    private static final Sql SET_PRIMARY_DOMAIN = sql("set_primary_domain");
    private static final Sql REMOVE_DOMAIN = sql("remove_domain");
    private static final Sql SET_DEFAULT_ORG = sql("set_default_org");
    private static final Sql SET_LOCKOUT_POLICY = sql("set_lockout_policy");
    private static final Sql SET_OIDC_SETTINGS = sql("set_oidc_settings");
    private static final Sql TOUCH_INSTANCE = sql("touch_instance");

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("instance");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof InstanceEvent instance ? reduce(at, instance) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, InstanceEvent event) {
        return switch (event) {
            case Added added -> change(ADD_INSTANCE, at, added.name());
            case Changed changed -> change(RENAME_INSTANCE, at, changed.name());
            case Removed _ -> change(REMOVE_INSTANCE, at);
            case DefaultLanguageSet set -> change(SET_DEFAULT_LANGUAGE, at, set.language());
            case DomainAdded added -> change(ADD_DOMAIN, at, added.domain(), added.generated());
            case DomainPrimarySet set -> change(SET_PRIMARY_DOMAIN, at, set.domain());
            case DomainRemoved removed -> change(REMOVE_DOMAIN, at, removed.domain());
            case DefaultOrgSet set -> change(SET_DEFAULT_ORG, at, set.orgId());
            case PolicySet set -> policy(at, set.policy());
            case PolicyReset reset -> policy(at, Policy.byDefault(reset.kind()));
            case OidcSettingsAdded settings -> settings(at, settings);
            case OidcSettingsChanged s ->
                settings(
                        at,
                        new OidcSettingsAdded(
                                s.accessTokenLifetime(),
                                s.idTokenLifetime(),
                                s.refreshTokenIdleExpiration(),
                                s.refreshTokenExpiration()));
            case BackChannelLogoutSet _ -> change(TOUCH_INSTANCE, at);
            case SingleSessionTerminationSet _ -> change(TOUCH_INSTANCE, at);
            case FeaturesReset _ -> change(TOUCH_INSTANCE, at);
            case SessionsEnded _ -> change(TOUCH_INSTANCE, at);
            case Membership _ -> change(TOUCH_INSTANCE, at);
        };
    }

    private static Change policy(RecordedEvent at, Policy policy) {
        return policy instanceof Policy.Lockout lockout
                ? change(SET_LOCKOUT_POLICY, at, lockout.maxPasswordAttempts())
                : change(TOUCH_INSTANCE, at);
    }

    private static Change settings(RecordedEvent at, OidcSettingsAdded settings) {
        return change(
                SET_OIDC_SETTINGS,
                at,
                settings.accessTokenLifetime(),
                settings.idTokenLifetime(),
                settings.refreshTokenIdleExpiration(),
                settings.refreshTokenExpiration());
    }

    /** $1 to $4 are the same in every statement; $5 and on are the event's. */
    private static Change change(Sql sql, RecordedEvent at, Object... values) {
        return sql.with(Stream.concat(
                        Stream.of(at.instanceId(), at.createdAt(), at.sequence(), at.position()), Arrays.stream(values))
                .toArray());
    }

    private static Sql sql(String name) {
        return Sql.of(InstancesProjection.class, name);
    }
}
