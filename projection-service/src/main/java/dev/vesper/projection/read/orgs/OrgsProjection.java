package dev.vesper.projection.read.orgs;

import dev.vesper.events.Event;
import dev.vesper.events.Membership;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.OrgEvent.Added;
import dev.vesper.events.OrgEvent.Changed;
import dev.vesper.events.OrgEvent.Deactivated;
import dev.vesper.events.OrgEvent.DomainAdded;
import dev.vesper.events.OrgEvent.DomainPrimarySet;
import dev.vesper.events.OrgEvent.DomainRemoved;
import dev.vesper.events.OrgEvent.DomainVerified;
import dev.vesper.events.OrgEvent.PolicyReset;
import dev.vesper.events.OrgEvent.PolicySet;
import dev.vesper.events.OrgEvent.Reactivated;
import dev.vesper.events.OrgEvent.Removed;
import dev.vesper.events.OrgEvent.SessionsEnded;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

@Singleton
final class OrgsProjection implements Projection {
    private static final Sql ADD = sql("add_org");
    private static final Sql RENAME = sql("rename_org");
    private static final Sql SET_STATE = sql("set_state");
    private static final Sql REMOVE = sql("remove_org");
    private static final Sql ADD_DOMAIN = sql("add_domain");
    private static final Sql VERIFY_DOMAIN = sql("verify_domain");
    private static final Sql SET_PRIMARY_DOMAIN = sql("set_primary_domain");
    private static final Sql REMOVE_DOMAIN = sql("remove_domain");

    @Override
    public String name() {
        return "orgs";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("org");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof OrgEvent org ? reduce(at, org) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, OrgEvent event) {
        return switch (event) {
            case Added added -> change(ADD, at, added.name());
            case Changed changed -> change(RENAME, at, changed.name());
            case Deactivated _ -> change(SET_STATE, at, "inactive");
            case Reactivated _ -> change(SET_STATE, at, "active");
            case Removed _ -> change(REMOVE, at);
            case DomainAdded added -> change(ADD_DOMAIN, at, added.domain(), added.generated());
            case DomainVerified verified -> change(VERIFY_DOMAIN, at, verified.domain());
            case DomainPrimarySet set -> change(SET_PRIMARY_DOMAIN, at, set.domain());
            case DomainRemoved removed -> change(REMOVE_DOMAIN, at, removed.domain());
            case SessionsEnded _ -> Change.NONE;
            case Membership _ -> Change.NONE;
            case PolicySet _ -> Change.NONE;
            case PolicyReset _ -> Change.NONE;
        };
    }

    /** $1 to $5 are the same in every statement; $6 and on are the event's. */
    private static Change change(Sql sql, RecordedEvent at, Object... values) {
        return sql.with(Stream.concat(
                        Stream.of(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position()),
                        Arrays.stream(values))
                .toArray());
    }

    private static Sql sql(String name) {
        return Sql.of(OrgsProjection.class, name);
    }
}
