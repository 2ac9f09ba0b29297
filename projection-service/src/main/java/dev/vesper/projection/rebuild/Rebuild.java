package dev.vesper.projection.rebuild;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One order to build a view anew.
 *
 * @param state one of building, swapped, done, canceled
 * @param horizon the last position of the log when it was ordered
 * @param position the lowest over its partitions; the horizon or later once it is swapped
 */
public record Rebuild(
        long id,
        String projection,
        int version,
        String state,
        String startedBy,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String canceledBy,
        long horizon,
        long position,
        int parkedAggregates) {
    static Rebuild of(Row row) {
        return new Rebuild(
                row.getLong("rebuild_id"),
                row.getString("projection_name"),
                row.getInteger("version"),
                row.getString("state"),
                row.getString("started_by"),
                row.getOffsetDateTime("started_at"),
                row.getOffsetDateTime("finished_at"),
                row.getString("canceled_by"),
                row.getLong("horizon_position"),
                row.getLong("position"),
                row.getInteger("parked_aggregates"));
    }

    public boolean isBuilding() {
        return state.equals("building");
    }

    /** Whether its tables are read. */
    public boolean isSwapped() {
        return state.equals("swapped") || state.equals("done");
    }

    /** From 0 to 1, by position. */
    public double progress() {
        if (isSwapped() || horizon <= 0) {
            return isSwapped() ? 1 : 0;
        }
        return Math.clamp((double) position / horizon, 0, 1);
    }

    /** As its checkpoints and parked aggregates are called. */
    String buildName() {
        return projection + ".rebuild" + id;
    }

    /** The view's tables begin with this. */
    String view() {
        return projection + version;
    }

    String stateName() {
        return "projections." + view();
    }

    String buildStateName() {
        return stateName() + ".rebuild" + id;
    }

    /** Where the tables are filled. */
    String schema() {
        return "projections_rebuild_" + id;
    }

    /** Where those stand that were read before. */
    String retiredSchema() {
        return "projections_retired_" + id;
    }
}
