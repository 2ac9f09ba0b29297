package dev.vesper.eventstore.write.org;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** Decides about one organisation. */
public final class OrgDecider {
    public static final AggregateKind<OrgState, OrgEvent> KIND = AggregateKind.of(
                    "org", OrgEvent.class, initialState(), OrgDecider::evolve)
            .keptInMemory();

    private OrgDecider() {}

    public static OrgState initialState() {
        return new OrgState(false, false);
    }

    public static List<OrgEvent> decide(OrgCommand command, OrgState state) {
        if (command instanceof OrgCommand.Add add) {
            return state.present() ? List.of() : List.of(new OrgEvent.Added(add.name()));
        }
        if (!state.present()) {
            throw CommandRejected.notFound("ORG_NOT_FOUND", "There is no such organisation.");
        }
        return switch (command) {
            case OrgCommand.Add _ -> List.of();
            case OrgCommand.EndSessions end -> List.of(new OrgEvent.SessionsEnded(end.reason()));
        };
    }

    public static OrgState evolve(OrgState state, OrgEvent event) {
        return switch (event) {
            case OrgEvent.Added _ -> new OrgState(true, true);
            case OrgEvent.Deactivated _ -> new OrgState(true, false);
            case OrgEvent.Reactivated _ -> new OrgState(true, true);
            case OrgEvent.Removed _ -> new OrgState(false, false);
            case OrgEvent.Changed _, OrgEvent.SessionsEnded _ -> state;
        };
    }
}
