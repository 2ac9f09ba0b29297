package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a query may ask for. Fields are named as {@code log.proto} names them. */
final class QueryRules {
    /** What both PostgreSQL and a protobuf timestamp can say. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final NameRule names;
    private final int maxValues;

    QueryRules(int maxNameBytes, int maxValues) {
        this.names = new NameRule(maxNameBytes);
        this.maxValues = maxValues;
    }

    /** @throws InvalidQuery that names the field */
    void check(LogQuery query) {
        name("instance_id", query.instanceId());
        names("aggregate_types", query.aggregateTypes());
        names("aggregate_ids", query.aggregateIds());
        names("event_types", query.eventTypes());
        name("creator", query.creator());
        name("owner", query.owner());
        cursor("after", query.after());
        cursor("until", query.until());
        time("created_from", query.createdFrom());
        time("created_before", query.createdBefore());
        require(query.limit() >= 0, "limit", "must not be negative");
        payload(query);
    }

    /** @throws InvalidQuery that names the field */
    void check(AggregateId aggregate, long fromSequence) {
        name("aggregate.instance_id", aggregate.instanceId());
        require(!aggregate.type().isEmpty(), "aggregate.type", "must not be empty");
        name("aggregate.type", aggregate.type());
        require(!aggregate.id().isEmpty(), "aggregate.id", "must not be empty");
        name("aggregate.id", aggregate.id());
        require(fromSequence >= 0, "from_sequence", "must not be negative");
    }

    private void payload(LogQuery query) {
        if (query.payloadContains().isEmpty()) {
            return;
        }
        boolean isNarrow = !query.instanceId().isEmpty()
                && !(query.aggregateTypes().isEmpty()
                        && query.aggregateIds().isEmpty()
                        && query.eventTypes().isEmpty());
        require(
                isNarrow,
                "payload_contains",
                "needs instance_id and one of aggregate_types, aggregate_ids or event_types, because no index helps to"
                        + " find payloads");
        String complaint = PayloadRule.complaint(query.payloadContains());
        require(complaint.isEmpty(), "payload_contains", complaint);
    }

    private void names(String field, List<String> values) {
        require(values.size() <= maxValues, field, "must not have more than " + maxValues + " values");
        for (int i = 0; i < values.size(); i++) {
            name("%s[%d]".formatted(field, i), values.get(i));
        }
    }

    private void name(String field, String value) {
        String complaint = names.complaint(value);
        require(complaint.isEmpty(), field, complaint);
    }

    private static void cursor(String field, Optional<Cursor> cursor) {
        require(
                cursor.map(known -> known.position() >= -1 && known.inTxOrder() >= -1)
                        .orElse(true),
                field,
                "position and in_tx_order must not be negative, but for -1, which is before all events");
    }

    private static void time(String field, Optional<Instant> time) {
        require(
                time.map(known -> !known.isBefore(FIRST) && !known.isAfter(LAST))
                        .orElse(true),
                field,
                "must lie in the years 1 to 9999");
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw new InvalidQuery(field, message);
        }
    }
}
