package dev.vesper.projection.engine;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Where each projection stands, for operators. */
public final class ProjectionStates {
    private static final Sql GET = Sql.of(ProjectionStates.class, "get_projection_state");

    private final Engine engine;
    private final Database database;

    public ProjectionStates(Engine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    public List<ProjectionState> list() {
        return engine.projections().stream().map(this::state).toList();
    }

    private ProjectionState state(Projection projection) {
        Row row = database.run(GET, projection.name(), projection.version())
                .iterator()
                .next();
        return new ProjectionState(
                projection.name(),
                projection.version(),
                row.getLong("low_mark"),
                row.getLong("high_mark"),
                engine.lagEvents(projection),
                row.getInteger("parked_aggregates"));
    }

    /**
     * Of one projection.
     *
     * @param lowMark the lowest position over the partitions; -1 before the first event
     * @param highMark the highest
     * @param lagEvents of the partitions that this pod reads
     */
    public record ProjectionState(
            String name, int version, long lowMark, long highMark, long lagEvents, int parkedAggregates) {}
}
