package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.PushRules.aggregate;
import static dev.vesper.eventstore.log.PushRules.name;
import static dev.vesper.eventstore.log.PushRules.require;

import java.util.Set;

/** What a push may rely on, claim and end. */
final class ConditionRules {
    private static final Set<String> KINDS =
            Set.of("session", "oidc_session", "user", "app", "project", "org", "instance");

    private final Push push;
    private final PushLimits limits;
    private final NameRule names;
    private final NameRule values;

    ConditionRules(Push push, PushLimits limits, NameRule names) {
        this.push = push;
        this.limits = limits;
        this.names = names;
        this.values = new NameRule(limits.maxUniqueBytes());
    }

    void check() {
        int count = push.preconditions().size()
                + push.uniqueConstraints().size()
                + push.ends().size();
        require(
                count <= limits.maxConditions(),
                "preconditions",
                "too many, with unique constraints and ends; at most " + limits.maxConditions());
        for (int i = 0; i < push.preconditions().size(); i++) {
            precondition(push.preconditions().get(i), "preconditions[" + i + "]");
        }
        for (int i = 0; i < push.uniqueConstraints().size(); i++) {
            constraint(push.uniqueConstraints().get(i), "unique_constraints[" + i + "]");
        }
        for (int i = 0; i < push.ends().size(); i++) {
            subject(push.ends().get(i).subject(), "ends[" + i + "].subject");
            name(push.ends().get(i).reason(), "ends[" + i + "].reason", names);
        }
    }

    private void precondition(Precondition condition, String field) {
        switch (condition) {
            case Precondition.StillAt(AggregateId aggregate, long sequence) -> {
                aggregate(aggregate, field + ".still_at.aggregate", names);
                require(sequence >= 0, field + ".still_at.sequence", "must not be negative");
            }
            case Precondition.NotEnded(Subject subject, long since) -> {
                subject(subject, field + ".not_ended.subject");
                require(since >= 0, field + ".not_ended.since_position", "must not be negative");
            }
        }
    }

    private void constraint(UniqueConstraint constraint, String field) {
        name(constraint.instanceId(), field + ".instance_id", names);
        switch (constraint) {
            case UniqueConstraint.Add(String _, String type, String value, String code, String owner) -> {
                value(type, value, field);
                name(code, field + ".error_code", names);
                name(owner, field + ".owner", names);
            }
            case UniqueConstraint.Remove(String _, String type, String value) -> value(type, value, field);
            case UniqueConstraint.RemoveOwner(String _, String owner) -> {
                require(!owner.isEmpty(), field + ".owner", "must not be empty");
                name(owner, field + ".owner", names);
            }
            case UniqueConstraint.RemoveInstance(String instance) ->
                require(!instance.isEmpty(), field + ".instance_id", "must not be empty");
        }
    }

    private void value(String type, String value, String field) {
        require(!type.isEmpty(), field + ".type", "must not be empty");
        name(type, field + ".type", names);
        name(value, field + ".field", values);
    }

    private void subject(Subject subject, String field) {
        name(subject.instanceId(), field + ".instance_id", names);
        require(
                KINDS.contains(subject.kind()),
                field + ".kind",
                "must be one of " + String.join(", ", KINDS.stream().sorted().toList()));
        require(!subject.id().isEmpty(), field + ".id", "must not be empty");
        name(subject.id(), field + ".id", names);
    }
}
