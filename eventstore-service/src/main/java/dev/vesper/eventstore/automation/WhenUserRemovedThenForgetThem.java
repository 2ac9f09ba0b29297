package dev.vesper.eventstore.automation;

import dev.vesper.events.EventTypes;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.crypto.UserKeys;
import java.util.Set;

/** Destroys the key of a removed user, should the process have died between the removal and the destruction. */
final class WhenUserRemovedThenForgetThem implements Reaction {
    private static final String REMOVED = EventTypes.of(UserEvent.Removed.class).name();

    private final UserKeys keys;

    WhenUserRemovedThenForgetThem(UserKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "user-removed";
    }

    @Override
    public Set<String> types() {
        return Set.of(REMOVED);
    }

    @Override
    public void react(RecordedEvent event, Lead lead) {
        keys.destroy(event.instanceId(), event.aggregateId());
    }
}
