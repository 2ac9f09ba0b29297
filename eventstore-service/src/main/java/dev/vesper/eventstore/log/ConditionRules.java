package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.PushRules.aggregate;
import static dev.vesper.eventstore.log.PushRules.name;
import static dev.vesper.eventstore.log.PushRules.refused;
import static dev.vesper.eventstore.log.PushRules.require;

import java.util.Set;

/** What a push may rely on, claim and end. */
final class ConditionRules {
    private static final Set<String> KINDS =
            Set.of("session", "oidc_session", "user", "app", "project", "org", "instance");

    private static final String ONE_OF_THEM =
            "must be one of " + String.join(", ", KINDS.stream().sorted().toList());

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
        if (count > limits.maxConditions()) {
            throw refused(
                    Field.of("preconditions"),
                    "too many, with unique constraints and ends; at most " + limits.maxConditions());
        }
        for (int i = 0; i < push.preconditions().size(); i++) {
            precondition(push.preconditions().get(i), Field.of("preconditions", i));
        }
        for (int i = 0; i < push.uniqueConstraints().size(); i++) {
            constraint(push.uniqueConstraints().get(i), Field.of("unique_constraints", i));
        }
        for (int i = 0; i < push.ends().size(); i++) {
            subject(push.ends().get(i).subject(), Field.of("ends", i).part("subject"));
            name(push.ends().get(i).reason(), Field.of("ends", i).part("reason"), names);
        }
    }

    private void precondition(Precondition condition, Field field) {
        switch (condition) {
            case Precondition.StillAt(AggregateId aggregate, long sequence) -> {
                aggregate(aggregate, field.part("still_at").part("aggregate"), names);
                require(sequence >= 0, field.part("still_at").part("sequence"), "must not be negative");
            }
            case Precondition.NotEnded(Subject subject, long since) -> {
                subject(subject, field.part("not_ended").part("subject"));
                require(since >= 0, field.part("not_ended").part("since_position"), "must not be negative");
            }
        }
    }

    private void constraint(UniqueConstraint constraint, Field field) {
        name(constraint.instanceId(), field.part("instance_id"), names);
        switch (constraint) {
            case UniqueConstraint.Add(String _, String type, String value, String code, String owner) -> {
                value(type, value, field);
                name(code, field.part("error_code"), names);
                name(owner, field.part("owner"), names);
            }
            case UniqueConstraint.Remove(String _, String type, String value) -> value(type, value, field);
            case UniqueConstraint.RemoveOwner(String _, String owner) -> {
                require(!owner.isEmpty(), field.part("owner"), "must not be empty");
                name(owner, field.part("owner"), names);
            }
            case UniqueConstraint.RemoveInstance(String instance) ->
                require(!instance.isEmpty(), field.part("instance_id"), "must not be empty");
        }
    }

    private void value(String type, String value, Field field) {
        require(!type.isEmpty(), field.part("type"), "must not be empty");
        name(type, field.part("type"), names);
        name(value, field.part("field"), values);
    }

    private void subject(Subject subject, Field field) {
        name(subject.instanceId(), field.part("instance_id"), names);
        require(KINDS.contains(subject.kind()), field.part("kind"), ONE_OF_THEM);
        require(!subject.id().isEmpty(), field.part("id"), "must not be empty");
        name(subject.id(), field.part("id"), names);
    }
}
