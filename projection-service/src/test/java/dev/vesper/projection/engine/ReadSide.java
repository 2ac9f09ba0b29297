package dev.vesper.projection.engine;

import static java.util.stream.Collectors.joining;

import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.ManualClock;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** All views on a database of their own, without a broker: the test applies the events. */
public final class ReadSide implements AutoCloseable {
    private static final int PARTITIONS = 5;
    private static final int BATCH = 500;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Backoff BACKOFF = new Backoff(SECOND, SECOND);

    private final List<Projection> projections = AllProjections.list();
    private final Views views = new Views(projections);
    private final ManualClock clock = new ManualClock();
    private final People people;
    private final History history;
    private final Queries queries;
    private final Map<Projection, Reading> readings = new HashMap<>();
    private int applied;

    public ReadSide() {
        this(new People());
    }

    private ReadSide(People people) {
        this.people = people;
        this.history = new History(people, PARTITIONS);
        EngineSettings settings =
                new EngineSettings("", "", SECOND, SECOND, SECOND, 10, SECOND, SECOND, BACKOFF, BACKOFF);
        EngineParts parts =
                new EngineParts(settings, views.database(), new ListLog(), people, new SimpleMeterRegistry(), clock);
        Engine notStarted = new Engine(projections, parts);
        this.queries = new Queries(views.database(), new Consistency(notStarted, SECOND, SECOND));
        projections.forEach(projection -> readings.put(projection, new Reading(projection)));
    }

    public History history() {
        return history;
    }

    public People people() {
        return people;
    }

    public ManualClock clock() {
        return clock;
    }

    public Queries queries() {
        return queries;
    }

    public Views views() {
        return views;
    }

    /** All that happened since the last time reaches all views, in the order of the log. */
    public void apply() {
        List<RecordedEvent> news =
                history.events().subList(applied, history.events().size());
        readings.values().forEach(reading -> news.forEach(reading::apply));
        applied = history.events().size();
    }

    /** Another's events, as many at a time as the engine would take. */
    public void applyAll(List<RecordedEvent> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<RecordedEvent> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            readings.values().forEach(reading -> reading.apply(batch));
        }
    }

    /** Another's events, with keys taking turns at random; within each the order stays. */
    public void applyShuffled(List<RecordedEvent> events, RandomGenerator random) {
        for (Reading reading : readings.values()) {
            Map<String, List<RecordedEvent>> waiting = new LinkedHashMap<>();
            events.forEach(event -> waiting.computeIfAbsent(event.key(), id -> new ArrayList<>())
                    .add(event));
            List<String> left = new ArrayList<>(waiting.keySet());
            while (!left.isEmpty()) {
                String key = left.get(random.nextInt(left.size()));
                List<RecordedEvent> queue = waiting.getOrDefault(key, List.of());
                reading.apply(queue.removeFirst());
                if (queue.isEmpty()) {
                    left.remove(key);
                }
            }
        }
    }

    /** All rows of all views, by table. */
    public Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        views.tables().forEach(table -> rows.put(table, views.rows("projections." + table)));
        return rows;
    }

    /** The views are as new. */
    public void forget() {
        Stream<String> tables = Stream.concat(
                views.tables().stream(), Stream.of("partition_states", "parked_aggregates", "failed_events2"));
        views.run("TRUNCATE " + tables.map(table -> "projections." + table).collect(joining(", ")));
        projections.forEach(projection -> readings.put(projection, new Reading(projection)));
        applied = 0;
    }

    @Override
    public void close() {
        views.close();
    }

    private final class Reading {
        private final Projection projection;
        private final BatchWriter writer;

        Reading(Projection projection) {
            this.projection = projection;
            this.writer = new BatchWriter(projection, views.database(), people, BACKOFF, clock);
            writer.checkpoints().load(List.of(0, 1, 2, 3, 4));
        }

        void apply(RecordedEvent event) {
            apply(List.of(event));
        }

        void apply(List<RecordedEvent> events) {
            List<RecordedEvent> ours = events.stream()
                    .filter(event -> projection.aggregateTypes().contains(event.aggregateType()))
                    .toList();
            if (!ours.isEmpty()) {
                writer.write(List.of(), ours);
            }
        }
    }
}
