package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All projections of this pod, each on a thread of its own. */
public final class Engine {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Map<String, Running> running = new LinkedHashMap<>();

    public Engine(Collection<Projection> projections, EngineParts parts) {
        for (Projection projection : projections) {
            Progress progress = new Progress();
            ProjectionMetrics metrics = new ProjectionMetrics(projection, parts.metrics(), parts.clock());
            ProjectionLoop loop = new ProjectionLoop(projection, parts, progress, metrics);
            Thread thread = Thread.ofPlatform()
                    .name("projection-" + projection.name())
                    .daemon(true)
                    .unstarted(loop);
            Checkpoints checkpoints = new Checkpoints(projection, parts.database());
            running.put(projection.name(), new Running(projection, progress, metrics, checkpoints, loop, thread));
        }
    }

    public void start() {
        running.values().forEach(each -> each.thread().start());
    }

    /** Leaves the groups, so that other pods go on at once. */
    public void stop() {
        running.values().forEach(each -> each.loop().stop());
        try {
            for (Running each : running.values()) {
                each.thread().join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Collection<Projection> projections() {
        return running.values().stream().map(Running::projection).toList();
    }

    /** Records of this pod's partitions that are not read yet. */
    public long lagEvents(Projection projection) {
        return of(projection.name()).metrics().lagEvents();
    }

    Progress progress(String name) {
        return of(name).progress();
    }

    Checkpoints checkpoints(String name) {
        return of(name).checkpoints();
    }

    /** How far this pod came, or what the checkpoint says where another pod reads the partition. */
    Optional<Cursor> seen(String name, int partition) {
        return of(name).progress().seen(partition);
    }

    private Running of(String name) {
        Running found = running.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no projection is called " + name);
        }
        return found;
    }

    private record Running(
            Projection projection,
            Progress progress,
            ProjectionMetrics metrics,
            Checkpoints checkpoints,
            ProjectionLoop loop,
            Thread thread) {}
}
