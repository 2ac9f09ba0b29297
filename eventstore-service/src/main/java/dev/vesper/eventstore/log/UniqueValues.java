package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Facts.UniqueKey;
import dev.vesper.eventstore.log.PushOutcome.ConstraintTaken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which unique values are held while a batch is decided, and the net change for the database. */
final class UniqueValues {
    private final Set<UniqueKey> before;
    private final Set<UniqueKey> now;
    private final BatchWrite write;

    UniqueValues(Set<UniqueKey> taken, BatchWrite write) {
        this.before = Set.copyOf(taken);
        this.now = new HashSet<>(taken);
        this.write = write;
    }

    Optional<ConstraintTaken> taken(List<UniqueConstraint> constraints) {
        Set<UniqueKey> held = new HashSet<>(now);
        constraints.forEach(constraint -> remove(constraint, held));
        return constraints.stream()
                .filter(UniqueConstraint.Add.class::isInstance)
                .map(UniqueConstraint.Add.class::cast)
                .filter(add -> !held.add(key(add)))
                .findFirst()
                .map(ConstraintTaken::new);
    }

    void apply(List<UniqueConstraint> constraints) {
        for (UniqueConstraint constraint : constraints) {
            remove(constraint, now);
            if (constraint instanceof UniqueConstraint.RemoveInstance(String instanceId)) {
                write.clearedInstances().add(instanceId);
            }
        }
        for (UniqueConstraint constraint : constraints) {
            if (constraint instanceof UniqueConstraint.Add add) {
                now.add(key(add));
            }
        }
        writeDifference();
    }

    /** One row is deleted or inserted at most once per statement, whatever a batch does with it in between. */
    private void writeDifference() {
        write.added().clear();
        write.removed().clear();
        now.stream()
                .filter(key -> !before.contains(key) || write.clearedInstances().contains(key.instanceId()))
                .forEach(write.added()::add);
        before.stream().filter(key -> !now.contains(key)).forEach(write.removed()::add);
    }

    private static void remove(UniqueConstraint constraint, Set<UniqueKey> held) {
        switch (constraint) {
            case UniqueConstraint.Add _ -> {}
            case UniqueConstraint.Remove(String instanceId, String type, String field) ->
                held.remove(new UniqueKey(instanceId, type, field));
            case UniqueConstraint.RemoveInstance(String instanceId) ->
                held.removeIf(key -> key.instanceId().equals(instanceId));
        }
    }

    private static UniqueKey key(UniqueConstraint.Add add) {
        return new UniqueKey(add.instanceId(), add.type(), add.field());
    }
}
