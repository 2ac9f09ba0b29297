package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Facts.UniqueKey;
import dev.vesper.eventstore.log.Facts.UniqueOwner;
import dev.vesper.eventstore.log.PushOutcome.ConstraintTaken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which unique values are held by whom while a batch is decided, and the net change for the database. */
final class UniqueValues {
    private final Map<UniqueKey, String> before;
    private final Map<UniqueKey, String> now;
    private final BatchWrite write;

    UniqueValues(Map<UniqueKey, String> taken, BatchWrite write) {
        this.before = Map.copyOf(taken);
        this.now = new HashMap<>(taken);
        this.write = write;
    }

    Optional<ConstraintTaken> taken(List<UniqueConstraint> constraints) {
        if (constraints.isEmpty()) {
            return Optional.empty();
        }
        Map<UniqueKey, String> left = new HashMap<>(now);
        constraints.forEach(constraint -> remove(constraint, left));
        Set<UniqueKey> held = new HashSet<>(left.keySet());
        return constraints.stream()
                .filter(UniqueConstraint.Add.class::isInstance)
                .map(UniqueConstraint.Add.class::cast)
                .filter(add -> !held.add(key(add)))
                .findFirst()
                .map(ConstraintTaken::new);
    }

    void apply(List<UniqueConstraint> constraints) {
        if (constraints.isEmpty()) {
            return;
        }
        for (UniqueConstraint constraint : constraints) {
            remove(constraint, now);
            clear(constraint);
        }
        for (UniqueConstraint constraint : constraints) {
            if (constraint instanceof UniqueConstraint.Add add) {
                now.put(key(add), add.owner());
            }
        }
        writeDifference();
    }

    private void clear(UniqueConstraint constraint) {
        switch (constraint) {
            case UniqueConstraint.Add _, UniqueConstraint.Remove _ -> {}
            case UniqueConstraint.RemoveOwner(String instanceId, String owner) ->
                write.clearedOwners().add(new UniqueOwner(instanceId, owner));
            case UniqueConstraint.RemoveInstance(String instanceId) ->
                write.clearedInstances().add(instanceId);
        }
    }

    /** One row is deleted or inserted at most once per statement, whatever a batch does with it in between. */
    private void writeDifference() {
        write.added().clear();
        write.removed().clear();
        now.forEach((key, owner) -> {
            if (!isKept(key, owner)) {
                write.added().put(key, owner);
            }
        });
        before.forEach((key, owner) -> {
            if (!owner.equals(now.get(key))) {
                write.removed().add(key);
            }
        });
    }

    /** Whether its row was there before and still is when all is cleared that this batch clears. */
    private boolean isKept(UniqueKey key, String owner) {
        return owner.equals(before.get(key))
                && !write.clearedInstances().contains(key.instanceId())
                && !write.clearedOwners().contains(new UniqueOwner(key.instanceId(), owner));
    }

    private static void remove(UniqueConstraint constraint, Map<UniqueKey, String> held) {
        switch (constraint) {
            case UniqueConstraint.Add _ -> {}
            case UniqueConstraint.Remove(String instanceId, String type, String field) ->
                held.remove(new UniqueKey(instanceId, type, field));
            case UniqueConstraint.RemoveOwner(String instanceId, String owner) ->
                held.entrySet()
                        .removeIf(entry -> entry.getKey().instanceId().equals(instanceId)
                                && entry.getValue().equals(owner));
            case UniqueConstraint.RemoveInstance(String instanceId) ->
                held.keySet().removeIf(key -> key.instanceId().equals(instanceId));
        }
    }

    private static UniqueKey key(UniqueConstraint.Add add) {
        return new UniqueKey(add.instanceId(), add.type(), add.field());
    }
}
