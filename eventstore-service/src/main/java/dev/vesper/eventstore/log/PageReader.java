package dev.vesper.eventstore.log;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one query, whatever index they go by. */
final class PageReader {
    private final Sql sql;
    private final LogQuery query;
    private final String direction;
    private final List<@Nullable Object> filter;
    /** Where each aggregate goes on: its events before that need not be passed by again. */
    private final Map<AggregateId, Long> sequences = new HashMap<>();

    PageReader(Sql sql, LogQuery query) {
        this.sql = sql;
        this.query = query;
        this.direction = query.descending() ? "_backward" : "_forward";
        this.filter = filter(query);
    }

    /**
     * @param look events to look at, at most
     * @param wanted events to answer, at most
     */
    Page read(QueryShape shape, Cursor after, Cursor end, int look, int wanted) {
        Statement statement = switch (shape) {
            case QueryShape.Order() -> statement("log/read_order", after, end, look, wanted, Stream.empty());
            case QueryShape.Kinds(List<QueryShape.Kind> kinds) ->
                statement("log/read_kinds", after, end, look, wanted, columns(kinds));
            case QueryShape.Aggregates(List<AggregateId> ids) ->
                statement("log/read_aggregates", after, end, look, wanted, aggregates(ids));
        };
        return page(statement);
    }

    private Page page(Statement statement) {
        List<RecordedEvent> events = new ArrayList<>();
        Page page = Page.NOTHING;
        for (Row row : sql.run(statement)) {
            Cursor seenUpTo = new Cursor(row.getLong("seen_position"), row.getInteger("seen_in_tx_order"));
            page = new Page(events, row.getLong("seen_events"), seenUpTo);
            if (row.getLong("position") != null) {
                events.add(EventRows.event(row));
            }
        }
        events.forEach(event -> sequences.put(AggregateId.of(event), event.sequence()));
        return page;
    }

    private Statement statement(
            String name, Cursor after, Cursor end, int look, int wanted, Stream<? extends Object> shape) {
        Stream<@Nullable Object> bounds =
                Stream.of(after.position(), after.inTxOrder(), end.position(), end.inTxOrder(), look, wanted);
        return Statement.of(
                name + direction,
                Stream.of(bounds, filter.stream(), shape).flatMap(part -> part).toArray());
    }

    private static Stream<Object> columns(List<QueryShape.Kind> kinds) {
        return Stream.of(
                texts(kinds, QueryShape.Kind::instanceId),
                texts(kinds, QueryShape.Kind::aggregateType),
                texts(kinds, QueryShape.Kind::eventType));
    }

    private Stream<Object> aggregates(List<AggregateId> ids) {
        return Stream.of(
                texts(ids, AggregateId::instanceId),
                texts(ids, AggregateId::type),
                texts(ids, AggregateId::id),
                ids.stream().map(this::sequence).toArray(Long[]::new));
    }

    /** Inclusive; the place itself is excluded by its cursor. */
    private Long sequence(AggregateId id) {
        return sequences.getOrDefault(id, query.descending() ? Long.MAX_VALUE : 0L);
    }

    private static List<@Nullable Object> filter(LogQuery query) {
        List<@Nullable Object> filter = new ArrayList<>();
        filter.add(query.instanceId());
        filter.add(array(query.aggregateTypes()));
        filter.add(array(query.aggregateIds()));
        filter.add(array(query.eventTypes()));
        filter.add(query.creator());
        filter.add(query.owner());
        filter.add(time(query.createdFrom()));
        filter.add(time(query.createdBefore()));
        filter.add(query.payloadContains().isEmpty() ? null : query.payloadContains());
        return filter;
    }

    private static String @Nullable [] array(List<String> values) {
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(known -> known.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /**
     * @param events those that match
     * @param seen how many were looked at
     * @param seenUpTo the last of them, matching or not
     */
    record Page(List<RecordedEvent> events, long seen, Cursor seenUpTo) {
        static final Page NOTHING = new Page(List.of(), 0, Cursor.START);
    }
}
