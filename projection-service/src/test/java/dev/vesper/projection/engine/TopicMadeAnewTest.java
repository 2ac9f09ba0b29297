package dev.vesper.projection.engine;

import dev.vesper.backing.Backing;
import dev.vesper.events.Cursor;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topic was deleted and filled from the log, and an operator did what docs/restore-and-failover.md and docs/relay.md say. */
final class TopicMadeAnewTest {
    private static final int PARTITIONS = 2;
    private static final int WATERMARKS = 30;

    private final Projection projection = new TallyProjection();
    private final Views views = new Views(List.of(projection));
    private final People people = new People();
    private final History history = new History(people, PARTITIONS);
    private final ListLog log = new ListLog();
    private final Topic topic = new Topic(Backing.bootstrapServers(), Backing.topic(PARTITIONS), _ -> {});
    private final List<Engine> engines = new ArrayList<>();

    @AfterEach
    void close() {
        engines.forEach(Engine::stop);
        topic.close();
        views.close();
    }

    @Test
    void what_the_log_has_forgotten_the_views_forget_too() {
        RecordedEvent kept = history.add("kept", new Added("a"));
        RecordedEvent lost = history.add("lost", new Added("b"));
        Engine before = start();
        topic.publish(List.of(kept, lost));
        tallyBecomes("(i1,kept,1,1,a)", "(i1,lost,1,1,b)");
        before.stop();

        log.append(List.of(kept));
        Backing.makeAnew(topic.name(), PARTITIONS);
        views.dropAll();
        history.raiseBase();
        topic.publish(kept);
        start();
        RecordedEvent later = history.add("kept", new Changed("c"));
        topic.publish(later);

        tallyBecomes("(i1,kept,2,2,c)");
        checkpointBecomes(later);
    }

    @Test
    void what_was_relayed_while_nobody_read_is_not_passed_over() {
        Engine before = start();
        RecordedEvent seen = history.add("p1", new Added("a"));
        topic.publish(seen);
        for (int i = 0; i < WATERMARKS; i++) {
            topic.publishWatermark(seen.partition(), seen.cursor());
        }
        tallyBecomes("(i1,p1,1,1,a)");
        Eventually.equals(() -> offset(seen.partition()), WATERMARKS + 1L);
        before.stop();

        Backing.makeAnew(topic.name(), PARTITIONS);
        views.run("UPDATE projections.partition_states SET kafka_offset = NULL");
        for (int i = 0; i < 2 * WATERMARKS; i++) {
            history.add("p1", new Changed("n" + i));
        }
        topic.publish(history.events());
        start();

        int events = 2 * WATERMARKS + 1;
        tallyBecomes("(i1,p1,%d,%d,n%d)".formatted(events, events, events - 2));
        checkpointBecomes(history.events().getLast());
    }

    private void tallyBecomes(String... rows) {
        Eventually.equals(() -> views.rows("projections.tally1"), List.of(rows));
    }

    private void checkpointBecomes(RecordedEvent last) {
        Checkpoints checkpoints = new Checkpoints(projection, views.database());
        Eventually.equals(() -> checkpoints.positions().getOrDefault(last.partition(), Cursor.START), last.cursor());
    }

    private long offset(int partition) {
        return views
                .rows("(SELECT kafka_offset FROM projections.partition_states WHERE partition = " + partition + ")")
                .stream()
                .map(row -> Long.parseLong(row.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0L);
    }

    /** Once it follows the topic, what it has not read before is in the topic alone. */
    private Engine start() {
        EngineSettings settings = new EngineSettings(
                Backing.bootstrapServers(),
                topic.name(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                Duration.ofSeconds(30),
                7,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(100)),
                new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)));
        Engine engine = new Engine(
                List.of(projection),
                new EngineParts(settings, views.database(), log, people, new SimpleMeterRegistry(), Clock.systemUTC()));
        engines.add(engine);
        engine.start();
        Eventually.equals(new CatchUpState(engine, views.database())::isComplete, true);
        return engine;
    }
}
