package dev.vesper.eventstore.log;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How large a push may be.
 *
 * @param maxEvents per push
 * @param maxConditions preconditions, unique constraints and markers together, per push
 * @param maxPayloadBytes per event, in UTF-8
 * @param maxPushBytes payloads of a push together, in UTF-8
 */
record PushLimits(int maxEvents, int maxConditions, int maxPayloadBytes, int maxPushBytes) {
    static final PushLimits DEFAULTS = new PushLimits(1000, 1000, 256 * 1024, 4 * 1024 * 1024);

    /** @throws InvalidPush that names the field */
    static void check(Push push, PushLimits limits) {
        new Check(push, limits).run();
    }

    private record Check(Push push, PushLimits limits) {
        void run() {
            require(!push.appends().isEmpty(), "appends", "must not be empty");
            int events = push.appends().stream()
                    .mapToInt(append -> append.events().size())
                    .sum();
            require(events <= limits.maxEvents, "appends", "must not hold more than " + limits.maxEvents + " events");
            int conditions = push.preconditions().size()
                    + push.uniqueConstraints().size()
                    + push.ends().size();
            require(conditions <= limits.maxConditions, "preconditions", "too many; at most " + limits.maxConditions);
            checkAppends();
            require(
                    payloadBytes() <= limits.maxPushBytes,
                    "appends",
                    "payloads exceed " + limits.maxPushBytes + " bytes");
        }

        private void checkAppends() {
            Set<AggregateId> seen = new HashSet<>();
            for (int i = 0; i < push.appends().size(); i++) {
                Append append = push.appends().get(i);
                String field = "appends[%d]".formatted(i);
                require(!append.events().isEmpty(), field + ".events", "must not be empty");
                require(seen.add(append.aggregate()), field + ".aggregate", "stands in this push already");
                require(
                        isNamed(append.aggregate()),
                        field + ".aggregate",
                        "needs type and id (an empty instance_id is the system's)");
                checkEvents(append.events(), field);
            }
        }

        private void checkEvents(List<NewEvent> events, String append) {
            for (int i = 0; i < events.size(); i++) {
                NewEvent event = events.get(i);
                String field = "%s.events[%d]".formatted(append, i);
                require(!event.type().isEmpty(), field + ".type", "must not be empty");
                require(event.revision() > 0, field + ".revision", "counts from 1");
                require(
                        bytes(event) <= limits.maxPayloadBytes,
                        field + ".payload",
                        "exceeds " + limits.maxPayloadBytes + " bytes");
            }
        }

        private long payloadBytes() {
            return push.appends().stream()
                    .flatMap(append -> append.events().stream())
                    .mapToLong(Check::bytes)
                    .sum();
        }

        private static int bytes(NewEvent event) {
            return event.payload().getBytes(StandardCharsets.UTF_8).length;
        }

        private static boolean isNamed(AggregateId aggregate) {
            return !aggregate.type().isEmpty() && !aggregate.id().isEmpty();
        }

        private static void require(boolean holds, String field, String message) {
            if (!holds) {
                throw new InvalidPush(field, message);
            }
        }
    }
}
