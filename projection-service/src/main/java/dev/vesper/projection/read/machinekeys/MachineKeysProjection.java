package dev.vesper.projection.read.machinekeys;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserMachineEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

/** With a machine go its keys. */
@Singleton
final class MachineKeysProjection implements Projection {
    private static final Sql ADD = Sql.of(MachineKeysProjection.class, "add_key");
    private static final Sql REMOVE = Sql.of(MachineKeysProjection.class, "remove_key");
    private static final Sql REMOVE_ALL = Sql.of(MachineKeysProjection.class, "remove_keys_of_user");

    @Override
    public String name() {
        return "machine_keys";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("user");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return switch (event) {
            case UserMachineEvent.KeyAdded e ->
                ADD.with(
                        at.instanceId(),
                        at.aggregateId(),
                        at.createdAt(),
                        at.sequence(),
                        at.owner(),
                        e.keyId(),
                        e.publicKey(),
                        e.expirationDate());
            case UserMachineEvent.KeyRemoved e -> REMOVE.with(at.instanceId(), at.aggregateId(), e.keyId());
            case UserEvent.Removed _ -> REMOVE_ALL.with(at.instanceId(), at.aggregateId());
            default -> Change.NONE;
        };
    }
}
