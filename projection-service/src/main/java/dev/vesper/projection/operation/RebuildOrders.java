package dev.vesper.projection.operation;

import dev.vesper.projection.answer.Refusals;
import dev.vesper.projection.rebuild.RebuildRefused;
import dev.vesper.projection.rebuild.Rebuilds;
import dev.vesper.proto.internal.v1.CancelRebuildRequest;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import dev.vesper.proto.internal.v1.WatchRebuildRequest;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rebuilds as operators order and watch them. */
public final class RebuildOrders {
    private final Named projections;
    private final Rebuilds rebuilds;
    private final Duration poll;

    public RebuildOrders(Named projections, Rebuilds rebuilds, Duration poll) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.poll = poll;
    }

    public Rebuild start(StartRebuildRequest request) {
        var projection = projections.find(request.getProjection());
        return refusing(() -> rebuilds.start(projection, request.getBy()));
    }

    public Rebuild cancel(CancelRebuildRequest request) {
        var projection = projections.find(request.getProjection());
        return refusing(() -> rebuilds.cancel(projection, request.getBy()));
    }

    /**
     * Tells of the last rebuild until it is over.
     *
     * @param leavesWithin waits for so long, and tells whether the caller has gone
     */
    public void watch(WatchRebuildRequest request, Consumer<Rebuild> caller, Predicate<Duration> leavesWithin) {
        var projection = projections.find(request.getProjection());
        @Nullable Rebuild told = null;
        boolean over = false;
        while (!over) {
            var last = rebuilds.last(projection.name())
                    .orElseThrow(() -> Refusals.notFound("REBUILD_NOT_FOUND", "it was never rebuilt"));
            Rebuild now = RebuildMessages.rebuild(last);
            if (!now.equals(told)) {
                caller.accept(now);
                told = now;
            }
            over = !last.isBuilding() || leavesWithin.test(poll);
        }
    }

    private static Rebuild refusing(Supplier<dev.vesper.projection.rebuild.Rebuild> order) {
        try {
            return RebuildMessages.rebuild(order.get());
        } catch (RebuildRefused e) {
            throw Refusals.precondition(e.reason(), String.valueOf(e.getMessage()));
        }
    }
}
