package dev.vesper.projection.engine;

import dev.vesper.events.Cursor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All projections of this pod, each on a thread of its own, and beside them those that are built anew. */
public final class Engine {
    private final EngineParts parts;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Map<String, Running> beside = new ConcurrentHashMap<>();
    /** Of the topic, as far as it is known; it never changes. */
    private volatile int partitionCount = -1;

    public Engine(Collection<Projection> projections, EngineParts parts) {
        this.parts = parts;
        projections.forEach(projection -> running.put(projection.name(), Running.of(projection, parts)));
    }

    public void start() {
        running.values().forEach(Running::start);
    }

    /** Leaves the groups, so that other pods go on at once. */
    public void stop() {
        running.values().forEach(Running::stop);
        beside.values().forEach(Running::stop);
        running.values().forEach(Running::awaitEnd);
        beside.values().forEach(Running::awaitEnd);
    }

    public Collection<Projection> projections() {
        return running.values().stream().map(Running::projection).toList();
    }

    /** @return empty when no projection is called so */
    public Optional<Projection> projection(String name) {
        return Optional.ofNullable(running.get(name)).map(Running::projection);
    }

    /** Records of this pod's partitions that are not read yet. */
    public long lagEvents(Projection projection) {
        return of(projection.name()).metrics().lagEvents();
    }

    /** Keeps a projection in step beside the others; its queries are not answered. It checks more often where it stands. */
    public void beginBeside(Projection projection) {
        beside.computeIfAbsent(projection.name(), name -> {
            Running begun = Running.of(projection, parts.with(parts.settings().eager()));
            begun.start();
            return begun;
        });
    }

    public void endBeside(String name) {
        Running ended = beside.remove(name);
        if (ended != null) {
            ended.stop();
            ended.awaitEnd();
            ended.metrics().remove();
        }
    }

    public Set<String> beside() {
        return Set.copyOf(beside.keySet());
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

    /** By partition, how far the view is; of this pod's own partitions without asking the database. */
    Map<Integer, Cursor> reached(String name) {
        Map<Integer, Cursor> here = of(name).progress().all();
        if (here.size() == partitionCount) {
            return here;
        }
        Map<Integer, Cursor> reached = new TreeMap<>(checkpoints(name).positions());
        partitionCount = Math.max(partitionCount, reached.size());
        here.forEach((partition, cursor) ->
                reached.merge(partition, cursor, (one, other) -> one.isAfter(other) ? one : other));
        return reached;
    }

    private Running of(String name) {
        Running found = running.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no projection is called " + name);
        }
        return found;
    }
}
