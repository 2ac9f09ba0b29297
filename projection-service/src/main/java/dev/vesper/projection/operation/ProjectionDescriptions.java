package dev.vesper.projection.operation;

import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.rebuild.Rebuild;
import dev.vesper.projection.rebuild.Rebuilds;
import dev.vesper.proto.internal.v1.DescribeProjectionsResponse;
import dev.vesper.proto.internal.v1.Projection;
import dev.vesper.proto.internal.v1.ProjectionPartition;
import dev.vesper.proto.internal.v1.ProjectionPhase;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where each projection stands, over all pods: what their consumers last wrote down. */
public final class ProjectionDescriptions {
    /** Consumers report every five seconds. */
    private static final Duration REPORT_COUNTS = Duration.ofSeconds(20);

    private static final Sql LIST_PARTITIONS = Sql.of(ProjectionDescriptions.class, "list_partitions");
    private static final Sql COUNT_PARKED = Sql.of(ProjectionDescriptions.class, "count_parked_aggregates");

    private final Named projections;
    private final Rebuilds rebuilds;
    private final Database database;

    public ProjectionDescriptions(Named projections, Rebuilds rebuilds, Database database) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.database = database;
    }

    public DescribeProjectionsResponse all() {
        List<Projection> all = new ArrayList<>();
        projections.all().forEach(projection -> all.add(describe(projection)));
        all.sort(Comparator.comparing(Projection::getName));
        return DescribeProjectionsResponse.newBuilder().addAllProjections(all).build();
    }

    private Projection describe(dev.vesper.projection.engine.Projection projection) {
        List<ProjectionPartition> partitions = partitions(projection);
        Optional<Rebuild> rebuild = rebuilds.last(projection.name());
        Projection.Builder description = Projection.newBuilder()
                .setName(projection.name())
                .setVersion(projection.version())
                .setPhase(phase(partitions, rebuild))
                .setLowMark(partitions.stream()
                        .mapToLong(ProjectionPartition::getPosition)
                        .min()
                        .orElse(-1))
                .setHighMark(partitions.stream()
                        .mapToLong(ProjectionPartition::getPosition)
                        .max()
                        .orElse(-1))
                .setParkedAggregates(parked(projection))
                .setLagEvents(partitions.stream()
                        .mapToLong(each -> Math.max(0, each.getLagEvents()))
                        .sum())
                .setLagSeconds(partitions.stream()
                        .mapToDouble(ProjectionPartition::getLagSeconds)
                        .max()
                        .orElse(0))
                .addAllPartitions(partitions);
        rebuild.ifPresent(last -> description.setRebuild(RebuildMessages.rebuild(last)));
        return description.build();
    }

    private List<ProjectionPartition> partitions(dev.vesper.projection.engine.Projection projection) {
        List<ProjectionPartition> partitions = new ArrayList<>();
        database.run(LIST_PARTITIONS, projection.name(), projection.version(), REPORT_COUNTS.toMillis())
                .forEach(row -> partitions.add(partition(row)));
        return partitions;
    }

    private int parked(dev.vesper.projection.engine.Projection projection) {
        return database.run(COUNT_PARKED, projection.name(), projection.version())
                .iterator()
                .next()
                .getInteger("parked_aggregates");
    }

    private static ProjectionPhase phase(List<ProjectionPartition> partitions, Optional<Rebuild> rebuild) {
        if (partitions.isEmpty() || partitions.stream().anyMatch(ProjectionPartition::getCatchingUp)) {
            return ProjectionPhase.PROJECTION_PHASE_CATCHING_UP;
        }
        return rebuild.filter(Rebuild::isBuilding).isPresent()
                ? ProjectionPhase.PROJECTION_PHASE_REBUILDING
                : ProjectionPhase.PROJECTION_PHASE_LIVE;
    }

    private static ProjectionPartition partition(Row row) {
        return ProjectionPartition.newBuilder()
                .setPartition(row.getInteger("partition"))
                .setPosition(row.getLong("position"))
                .setInTxOrder(row.getInteger("in_tx_order"))
                .setCatchingUp(row.getBoolean("catching_up"))
                .setLagEvents(row.getLong("lag_events"))
                .setLagSeconds(row.getDouble("lag_seconds"))
                .setMovedAt(Rows.time(row.getOffsetDateTime("updated_at")))
                .build();
    }
}
