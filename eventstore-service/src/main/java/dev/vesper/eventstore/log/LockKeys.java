package dev.vesper.eventstore.log;

import java.util.List;
import java.util.TreeMap;

/**
 * The advisory locks of a batch, sorted: exclusive for all that it writes, shared for what its preconditions name. Keys are
 * hashes; two names with one hash wait for each other for nothing, and that is all.
 */
final class LockKeys {
    private final TreeMap<Long, Boolean> exclusiveByKey = new TreeMap<>();

    static LockKeys of(List<Push> batch) {
        LockKeys keys = new LockKeys();
        batch.forEach(keys::add);
        return keys;
    }

    Long[] keys() {
        return exclusiveByKey.keySet().toArray(Long[]::new);
    }

    Boolean[] exclusive() {
        return exclusiveByKey.values().toArray(Boolean[]::new);
    }

    static long ofAggregate(AggregateId aggregate) {
        return key("aggregate", aggregate.instanceId(), aggregate.type(), aggregate.id());
    }

    private void add(Push push) {
        want(true, key("push", push.pushId().toString()));
        push.appends().forEach(append -> aggregate(true, append.aggregate()));
        push.ends().forEach(marker -> subject(true, marker.subject()));
        push.preconditions().forEach(this::precondition);
        push.uniqueConstraints().forEach(this::constraint);
    }

    private void precondition(Precondition condition) {
        switch (condition) {
            case Precondition.StillAt(AggregateId aggregate, long _) -> aggregate(false, aggregate);
            case Precondition.NotEnded(Subject subject, long _) -> subject(false, subject);
        }
    }

    /** Clearing an instance or an owner excludes every addition to the instance: none slips in behind the deletion's back. */
    private void constraint(UniqueConstraint constraint) {
        switch (constraint) {
            case UniqueConstraint.Add(String instance, String type, String field, String _, String _) -> {
                want(false, key("values", instance));
                want(true, key("value", instance, type, field));
            }
            case UniqueConstraint.Remove(String instance, String type, String field) -> {
                want(false, key("values", instance));
                want(true, key("value", instance, type, field));
            }
            case UniqueConstraint.RemoveOwner(String instance, String _) -> want(true, key("values", instance));
            case UniqueConstraint.RemoveInstance(String instance) -> want(true, key("values", instance));
        }
    }

    private void aggregate(boolean exclusive, AggregateId aggregate) {
        want(exclusive, ofAggregate(aggregate));
    }

    private void subject(boolean exclusive, Subject subject) {
        want(exclusive, key("subject", subject.instanceId(), subject.kind(), subject.id()));
    }

    private void want(boolean exclusive, long key) {
        exclusiveByKey.merge(key, exclusive, Boolean::logicalOr);
    }

    private static long key(String... name) {
        return StableHash.ofLines(name);
    }
}
