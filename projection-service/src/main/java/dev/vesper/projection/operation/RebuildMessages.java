package dev.vesper.projection.operation;

import dev.vesper.projection.answer.Rows;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.RebuildState;

/** A rebuild as a message. */
final class RebuildMessages {
    private RebuildMessages() {}

    static Rebuild rebuild(dev.vesper.projection.rebuild.Rebuild rebuild) {
        Rebuild.Builder message = Rebuild.newBuilder()
                .setRebuildId(rebuild.id())
                .setProjection(rebuild.projection())
                .setState(state(rebuild.state()))
                .setStartedBy(rebuild.startedBy())
                .setStartedAt(Rows.time(rebuild.startedAt()))
                .setHorizonPosition(rebuild.horizon())
                .setPosition(rebuild.position())
                .setProgress(rebuild.progress())
                .setParkedAggregates(rebuild.parkedAggregates())
                .setCanceledBy(rebuild.canceledBy() == null ? "" : rebuild.canceledBy());
        if (rebuild.finishedAt() != null) {
            message.setFinishedAt(Rows.time(rebuild.finishedAt()));
        }
        return message.build();
    }

    private static RebuildState state(String state) {
        return switch (state) {
            case "building" -> RebuildState.REBUILD_STATE_BUILDING;
            case "swapped" -> RebuildState.REBUILD_STATE_SWAPPED;
            case "done" -> RebuildState.REBUILD_STATE_DONE;
            default -> RebuildState.REBUILD_STATE_CANCELED;
        };
    }
}
