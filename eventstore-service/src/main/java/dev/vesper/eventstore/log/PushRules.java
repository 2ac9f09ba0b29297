package dev.vesper.eventstore.log;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a push may say. Whether payloads are JSON is not looked at here: those of our own deciders are. */
final class PushRules {
    private final Push push;
    private final PushLimits limits;
    private final NameRule names;

    PushRules(Push push, PushLimits limits) {
        this.push = push;
        this.limits = limits;
        this.names = new NameRule(limits.maxNameBytes());
    }

    void check() {
        require(!push.appends().isEmpty(), "appends", "must not be empty");
        int events = push.appends().stream()
                .mapToInt(append -> append.events().size())
                .sum();
        int most = limits.maxEvents();
        require(
                events <= most && push.appends().size() <= most,
                "appends",
                "must not hold more than " + most + " events");
        checkAppends();
        new ConditionRules(push, limits, names).check();
    }

    private void checkAppends() {
        Set<AggregateId> seen = new HashSet<>();
        long bytes = 0;
        for (int i = 0; i < push.appends().size(); i++) {
            Append append = push.appends().get(i);
            String field = "appends[" + i + "]";
            require(!append.events().isEmpty(), field + ".events", "must not be empty");
            require(seen.add(append.aggregate()), field + ".aggregate", "stands in this push already");
            aggregate(append.aggregate(), field + ".aggregate", names);
            name(append.owner(), field + ".owner", names);
            name(append.creator(), field + ".creator", names);
            boolean expectsNonsense =
                    append.expectation() instanceof Expectation.Exactly(long sequence) && sequence < 0;
            require(!expectsNonsense, field + ".sequence", "must not be negative");
            bytes += checkEvents(append.events(), field);
        }
        require(bytes <= limits.maxPushBytes(), "appends", "payloads exceed " + limits.maxPushBytes() + " bytes");
    }

    /** @return the size of their payloads */
    private long checkEvents(List<NewEvent> events, String append) {
        long sum = 0;
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            String field = append + ".events[" + i + "]";
            require(!event.type().isEmpty(), field + ".type", "must not be empty");
            name(event.type(), field + ".type", names);
            require(event.revision() > 0, field + ".revision", "counts from 1");
            require(event.revision() <= Short.MAX_VALUE, field + ".revision", "must not exceed " + Short.MAX_VALUE);
            long bytes = NameRule.utf8Bytes(event.payload());
            require(
                    bytes <= limits.maxPayloadBytes(),
                    field + ".payload",
                    "exceeds " + limits.maxPayloadBytes() + " bytes");
            sum += bytes;
        }
        return sum;
    }

    /** The empty instance is the system's. */
    static void aggregate(AggregateId aggregate, String field, NameRule names) {
        name(aggregate.instanceId(), field + ".instance_id", names);
        require(!aggregate.type().isEmpty(), field + ".type", "must not be empty");
        name(aggregate.type(), field + ".type", names);
        require(!aggregate.id().isEmpty(), field + ".id", "must not be empty");
        name(aggregate.id(), field + ".id", names);
    }

    static void name(String text, String field, NameRule names) {
        String complaint = names.complaint(text);
        if (!complaint.isEmpty()) {
            throw new InvalidPush(field, complaint);
        }
    }

    static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new InvalidPush(field, message);
        }
    }
}
