package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A filter on the log. An empty text or list filters nothing.
 *
 * @param after exclusive; when descending, events before it are answered
 * @param until exclusive; where reading ends, which when descending is where events become too old
 * @param createdFrom inclusive
 * @param createdBefore exclusive
 * @param payloadContains a JSON object; every key in it must be in the payload with that value, as {@code jsonb @>} has it.
 *     No index helps, so the instance and types or ids must be given, too.
 * @param limit 0: none
 */
public record LogQuery(
        String instanceId,
        List<String> aggregateTypes,
        List<String> aggregateIds,
        List<String> eventTypes,
        String creator,
        String owner,
        Optional<Cursor> after,
        Optional<Cursor> until,
        Optional<Instant> createdFrom,
        Optional<Instant> createdBefore,
        String payloadContains,
        boolean descending,
        int limit) {
    public LogQuery {
        aggregateTypes = List.copyOf(aggregateTypes);
        aggregateIds = List.copyOf(aggregateIds);
        eventTypes = List.copyOf(eventTypes);
    }

    /** Whether it asks for less than all events between its ends. */
    boolean isFiltered() {
        return !instanceId.isEmpty()
                || !aggregateTypes.isEmpty()
                || !aggregateIds.isEmpty()
                || !eventTypes.isEmpty()
                || !creator.isEmpty()
                || !owner.isEmpty()
                || !payloadContains.isEmpty()
                || createdFrom.isPresent()
                || createdBefore.isPresent();
    }

    /** Of all instances, until {@link Builder#instance} says which. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with a query for everything, oldest first. */
    public static final class Builder {
        private String instanceId = "";
        private List<String> aggregateTypes = List.of();
        private List<String> aggregateIds = List.of();
        private List<String> eventTypes = List.of();
        private String creator = "";
        private String owner = "";
        private Optional<Cursor> after = Optional.empty();
        private Optional<Cursor> until = Optional.empty();
        private Optional<Instant> createdFrom = Optional.empty();
        private Optional<Instant> createdBefore = Optional.empty();
        private String payloadContains = "";
        private boolean descending;
        private int limit;

        private Builder() {}

        public Builder instance(String id) {
            instanceId = id;
            return this;
        }

        public Builder aggregateTypes(List<String> types) {
            aggregateTypes = types;
            return this;
        }

        public Builder aggregateIds(List<String> ids) {
            aggregateIds = ids;
            return this;
        }

        public Builder eventTypes(List<String> types) {
            eventTypes = types;
            return this;
        }

        public Builder creator(String id) {
            creator = id;
            return this;
        }

        public Builder owner(String id) {
            owner = id;
            return this;
        }

        public Builder after(Cursor cursor) {
            after = Optional.of(cursor);
            return this;
        }

        public Builder until(Cursor cursor) {
            until = Optional.of(cursor);
            return this;
        }

        public Builder createdFrom(Instant inclusive) {
            createdFrom = Optional.of(inclusive);
            return this;
        }

        public Builder createdBefore(Instant exclusive) {
            createdBefore = Optional.of(exclusive);
            return this;
        }

        public Builder payloadContains(String json) {
            payloadContains = json;
            return this;
        }

        public Builder newestFirst() {
            descending = true;
            return this;
        }

        public Builder limit(int events) {
            limit = events;
            return this;
        }

        public LogQuery build() {
            return new LogQuery(
                    instanceId,
                    aggregateTypes,
                    aggregateIds,
                    eventTypes,
                    creator,
                    owner,
                    after,
                    until,
                    createdFrom,
                    createdBefore,
                    payloadContains,
                    descending,
                    limit);
        }
    }
}
