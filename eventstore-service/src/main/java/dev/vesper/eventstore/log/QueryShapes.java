package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.QueryShape.Aggregates;
import dev.vesper.eventstore.log.QueryShape.Kind;
import dev.vesper.eventstore.log.QueryShape.Kinds;
import dev.vesper.eventstore.log.QueryShape.Order;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the index by which a query is read. Aggregates that are named are read by the primary key. Everything else begins
 * with a look along the whole order, which is best where much of it matches; where little does, it goes on by kinds of events.
 */
final class QueryShapes {
    /** More cost more to ask for one by one than the walk along the order does. */
    private static final int MAX_KINDS = 512;

    private static final int MAX_AGGREGATES = 2000;

    private final Sql sql;
    private final LogQuery query;

    QueryShapes(Sql sql, LogQuery query) {
        this.sql = sql;
        this.query = query;
    }

    QueryShape first() {
        if (query.aggregateIds().isEmpty()) {
            return new Order();
        }
        return scopes().<QueryShape>map(this::aggregates)
                .filter(shape -> !(shape instanceof Aggregates(List<AggregateId> ids)) || ids.size() <= MAX_AGGREGATES)
                .orElse(new Order());
    }

    /** For a query of which little matches along the order; empty where that is the only way. */
    Optional<QueryShape> whenSparse() {
        boolean byKind = !query.instanceId().isEmpty()
                || !query.aggregateTypes().isEmpty()
                || !query.eventTypes().isEmpty();
        return byKind ? kinds().map(Kinds::new) : Optional.empty();
    }

    private QueryShape aggregates(List<Kind> scopes) {
        return new Aggregates(scopes.stream()
                .flatMap(scope -> query.aggregateIds().stream()
                        .distinct()
                        .map(id -> new AggregateId(scope.instanceId(), scope.aggregateType(), id)))
                .toList());
    }

    /** Instances and aggregate types in which the ids may be. */
    private Optional<List<Kind>> scopes() {
        if (!query.instanceId().isEmpty() && !query.aggregateTypes().isEmpty()) {
            return Optional.of(query.aggregateTypes().stream()
                    .distinct()
                    .map(type -> new Kind(query.instanceId(), type, ""))
                    .toList());
        }
        return all().map(known -> known.stream()
                .filter(kind -> has(query.aggregateTypes(), kind.aggregateType()))
                .map(kind -> new Kind(kind.instanceId(), kind.aggregateType(), ""))
                .distinct()
                .toList());
    }

    private Optional<List<Kind>> kinds() {
        return all().map(known -> known.stream()
                .filter(kind -> has(query.aggregateTypes(), kind.aggregateType()))
                .filter(kind -> has(query.eventTypes(), kind.eventType()))
                .toList());
    }

    /** Empty where there are too many. */
    private Optional<List<Kind>> all() {
        List<Kind> found = new ArrayList<>();
        sql.run(Statement.of("log/find_kinds", query.instanceId(), MAX_KINDS))
                .forEach(row -> found.add(new Kind(row.getString(0), row.getString(1), row.getString(2))));
        return found.size() < MAX_KINDS ? Optional.of(found) : Optional.empty();
    }

    private static boolean has(List<String> wanted, String found) {
        return wanted.isEmpty() || Stream.of(found).anyMatch(wanted::contains);
    }
}
