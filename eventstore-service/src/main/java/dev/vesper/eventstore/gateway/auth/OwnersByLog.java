package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.gateway.auth.Reach.Owned;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.session.SessionDecider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** From the first event of each, which is there as soon as the resource is. */
@Singleton
final class OwnersByLog implements Owners {
    private final EventLog log;
    private final Aggregates aggregates;

    OwnersByLog(EventLog log, Aggregates aggregates) {
        this.log = log;
        this.aggregates = aggregates;
    }

    @Override
    public Optional<Owned> of(String instanceId, Resource kind, String id) {
        return id.isEmpty()
                ? Optional.empty()
                : owner(instanceId, kind, id).map(org -> switch (kind) {
                    case ORG -> new Owned(id, "", "");
                    case PROJECT -> new Owned(org, id, "");
                    case USER -> new Owned(org, "", id);
                    case SESSION -> new Owned(org, "", personOf(instanceId, id));
                    case NOTIFICATION -> new Owned(org, "", "");
                });
    }

    /** The owner of an aggregate is that of its first event, and stays. */
    private Optional<String> owner(String instanceId, Resource kind, String id) {
        return log.readAggregatePages(new AggregateId(instanceId, kind.type(), id), 1)
                .flatMap(List::stream)
                .map(event -> event.owner())
                .findFirst();
    }

    private String personOf(String instanceId, String sessionId) {
        return aggregates
                .load(SessionDecider.KIND, instanceId, sessionId)
                .state()
                .userId();
    }
}
