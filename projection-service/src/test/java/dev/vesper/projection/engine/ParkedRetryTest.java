package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.ManualClock;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ParkedRetryTest {
    private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final Projection projection = new TallyProjection();
    private final Views views = new Views(List.of(projection));
    private final People people = new People();
    private final History history = new History(people, 1);
    private final ListLog log = new ListLog();
    private final ManualClock clock = new ManualClock();
    private final BatchWriter writer = new BatchWriter(projection, views.database(), people, RETRY, clock);
    private final ParkedRetry retry = new ParkedRetry(projection, writer, parts());
    private final PartitionState state =
            writer.checkpoints().load(List.of(0)).values().iterator().next();

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void a_parked_aggregate_is_released_with_all_that_was_held() {
        givenAParkedAggregateWithAHeldEvent();
        views.run("ALTER TABLE projections.tally1 DROP CONSTRAINT tally1_name");

        runOnceAfter(Duration.ofSeconds(1));

        assertThat(views.rows("projections.tally1")).containsExactly("(i1,p1,2,2,b)");
        assertThat(views.rows("projections.parked_aggregates")).isEmpty();
        assertThat(views.rows("projections.failed_events2")).isEmpty();
    }

    @Test
    void what_the_topic_has_yet_to_bring_is_left_to_the_topic() {
        givenAParkedAggregateWithAHeldEvent();
        views.run("ALTER TABLE projections.tally1 DROP CONSTRAINT tally1_name");
        RecordedEvent notYetInTheTopic = history.add("p1", new Changed("c"));
        log.append(List.of(notYetInTheTopic));

        runOnceAfter(Duration.ofSeconds(1));
        write(List.of(notYetInTheTopic));

        assertThat(views.rows("projections.tally1")).containsExactly("(i1,p1,3,3,c)");
    }

    @Test
    void it_stays_parked_while_it_fails_and_waits_longer_each_time() {
        givenAParkedAggregateWithAHeldEvent();

        runOnceAfter(Duration.ofMillis(999));
        assertThat(attempts()).containsExactly("(1)");
        runOnceAfter(Duration.ofMillis(1));
        assertThat(attempts()).containsExactly("(2)");
        runOnceAfter(Duration.ofMillis(1_999));
        assertThat(attempts()).containsExactly("(2)");
        runOnceAfter(Duration.ofMillis(1));
        assertThat(attempts()).containsExactly("(3)");
        assertThat(views.rows("(SELECT failure_count FROM projections.failed_events2)"))
                .containsExactly("(3)");
    }

    @Test
    void a_log_that_is_away_counts_no_attempt() {
        givenAParkedAggregateWithAHeldEvent();
        log.away(true);

        runOnceAfter(Duration.ofSeconds(1));

        assertThat(attempts()).containsExactly("(1)");
    }

    private void givenAParkedAggregateWithAHeldEvent() {
        history.add("p1", new Added(TallyProjection.FORBIDDEN));
        history.add("p1", new Changed("b"));
        log.append(history.events());
        write(history.events());
    }

    private void write(List<RecordedEvent> events) {
        CheckpointMove move = state.moveTo(events.getLast().cursor(), 1);
        writer.write(List.of(move), events);
        state.moved(move);
    }

    private void runOnceAfter(Duration time) {
        clock.pass(time);
        retry.runOnce(Map.of(0, state));
    }

    private List<String> attempts() {
        return views.rows("(SELECT attempts FROM projections.parked_aggregates)");
    }

    private EngineParts parts() {
        Duration second = Duration.ofSeconds(1);
        EngineSettings settings =
                new EngineSettings("", "", second, second, 10, second, second, new Backoff(second, second), RETRY);
        return new EngineParts(settings, views.database(), log, people, new SimpleMeterRegistry(), clock);
    }
}
