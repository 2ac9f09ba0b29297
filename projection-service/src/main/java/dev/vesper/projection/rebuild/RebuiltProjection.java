package dev.vesper.projection.rebuild;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.engine.Projection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A projection whose statements write to the tables of a rebuild. */
final class RebuiltProjection implements Projection {
    private final Projection origin;
    private final Rebuild rebuild;
    private final Pattern tables;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    RebuiltProjection(Projection origin, Rebuild rebuild) {
        this.origin = origin;
        this.rebuild = rebuild;
        this.tables = Pattern.compile("\\bprojections\\.(" + Pattern.quote(rebuild.view()) + "(?:_[a-z0-9_]+)?)\\b");
    }

    @Override
    public String name() {
        return rebuild.buildName();
    }

    @Override
    public int version() {
        return origin.version();
    }

    @Override
    public Set<String> aggregateTypes() {
        return origin.aggregateTypes();
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        Change change = origin.reduce(at, event);
        String redirected = statements.computeIfAbsent(change.sql(), this::redirect);
        return new Change(redirected, change.parameters());
    }

    @Override
    public Projection origin() {
        return origin;
    }

    @Override
    public String stateName() {
        return rebuild.buildStateName();
    }

    private String redirect(String statement) {
        return tables.matcher(statement).replaceAll(rebuild.schema() + ".$1");
    }
}
