package dev.vesper.projection.engine;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;

/** Whether the views have what the log held when they were new. Before that their answers would have holes. */
public final class CatchUpState {
    private static final Sql CHECK = Sql.of(CatchUpState.class, "check_projection_is_complete");

    private final Engine engine;
    private final Database database;

    public CatchUpState(Engine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    /** Stays true once it is, except where the topic lost what a view has not seen. */
    public boolean isComplete() {
        return engine.projections().stream().allMatch(this::isComplete);
    }

    private boolean isComplete(Projection projection) {
        return database.run(CHECK, projection.name(), projection.version())
                .iterator()
                .next()
                .getBoolean("complete");
    }
}
