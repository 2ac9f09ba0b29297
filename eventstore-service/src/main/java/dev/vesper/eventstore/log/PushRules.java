package dev.vesper.eventstore.log;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a push may say. Whether payloads are JSON is not looked at here: those of our own deciders are. */
final class PushRules {
    private static final Field APPENDS = Field.of("appends");

    private final Push push;
    private final PushLimits limits;
    private final NameRule names;

    PushRules(Push push, PushLimits limits) {
        this.push = push;
        this.limits = limits;
        this.names = new NameRule(limits.maxNameBytes());
    }

    void check() {
        require(!push.appends().isEmpty(), APPENDS, "must not be empty");
        int events = push.appends().stream()
                .mapToInt(append -> append.events().size())
                .sum();
        int most = limits.maxEvents();
        if (events > most || push.appends().size() > most) {
            throw refused(APPENDS, "must not hold more than " + most + " events");
        }
        checkAppends();
        new ConditionRules(push, limits, names).check();
    }

    private void checkAppends() {
        Set<AggregateId> seen = new HashSet<>();
        long bytes = 0;
        for (int i = 0; i < push.appends().size(); i++) {
            Append append = push.appends().get(i);
            Field field = Field.of("appends", i);
            require(!append.events().isEmpty(), field.part("events"), "must not be empty");
            require(seen.add(append.aggregate()), field.part("aggregate"), "stands in this push already");
            aggregate(append.aggregate(), field.part("aggregate"), names);
            name(append.owner(), field.part("owner"), names);
            name(append.creator(), field.part("creator"), names);
            boolean expectsNonsense =
                    append.expectation() instanceof Expectation.Exactly(long sequence) && sequence < 0;
            require(!expectsNonsense, field.part("sequence"), "must not be negative");
            bytes += checkEvents(append.events(), field);
        }
        if (bytes > limits.maxPushBytes()) {
            throw refused(APPENDS, "payloads exceed " + limits.maxPushBytes() + " bytes");
        }
    }

    /** @return the size of their payloads */
    private long checkEvents(List<NewEvent> events, Field append) {
        long sum = 0;
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            Field field = append.part("events", i);
            require(!event.type().isEmpty(), field.part("type"), "must not be empty");
            name(event.type(), field.part("type"), names);
            require(event.revision() > 0, field.part("revision"), "counts from 1");
            if (event.revision() > Short.MAX_VALUE) {
                throw refused(field.part("revision"), "must not exceed " + Short.MAX_VALUE);
            }
            long bytes = NameRule.utf8Bytes(event.payload());
            if (bytes > limits.maxPayloadBytes()) {
                throw refused(field.part("payload"), "exceeds " + limits.maxPayloadBytes() + " bytes");
            }
            sum += bytes;
        }
        return sum;
    }

    /** The empty instance is the system's. */
    static void aggregate(AggregateId aggregate, Field field, NameRule names) {
        name(aggregate.instanceId(), field.part("instance_id"), names);
        require(!aggregate.type().isEmpty(), field.part("type"), "must not be empty");
        name(aggregate.type(), field.part("type"), names);
        require(!aggregate.id().isEmpty(), field.part("id"), "must not be empty");
        name(aggregate.id(), field.part("id"), names);
    }

    static void name(String text, Field field, NameRule names) {
        String complaint = names.complaint(text);
        if (!complaint.isEmpty()) {
            throw refused(field, complaint);
        }
    }

    static void require(boolean holds, Field field, String message) {
        if (!holds) {
            throw refused(field, message);
        }
    }

    static InvalidPush refused(Field field, String message) {
        return new InvalidPush(field.toString(), message);
    }
}
