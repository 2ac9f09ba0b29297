package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.Cursor;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ManualClock;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Views;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchWriterTest {
    private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final Projection projection = new TallyProjection();
    private final Views views = new Views(List.of(projection));
    private final People people = new People();
    private final History history = new History(people, 1);
    private final BatchWriter writer = writer();
    private final PartitionState state = load(writer);

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void rows_and_checkpoint_move_together() {
        history.add("p1", new Added("a"));
        history.add("p1", new Changed("b"));

        write(writer, state, history.events());

        assertThat(tally()).containsExactly("(i1,p1,2,2,b)");
        assertThat(checkpoint()).isEqualTo(history.events().getLast().cursor());
    }

    @Test
    void a_consumer_that_slept_through_a_rebalance_applies_nothing() {
        history.add("p1", new Added("a"));
        BatchWriter sleeper = writer();
        PartitionState asItWas = load(sleeper);
        write(writer, state, history.events());

        assertThatThrownBy(() -> write(sleeper, asItWas, history.events()))
                .isInstanceOf(PgException.class)
                .matches(refused -> Failures.isFence((RuntimeException) refused));
        assertThat(tally()).containsExactly("(i1,p1,1,1,a)");
    }

    @Test
    void a_sleeper_is_told_apart_by_the_order_in_a_transaction_alone() {
        RecordedEvent first = history.add("p1", new Added("a"));
        write(writer, state, List.of(first));
        BatchWriter sleeper = writer();
        PartitionState asItWas = load(sleeper);
        List<RecordedEvent> second = List.of(history.addToTransaction("p1", new Changed("b")));
        write(writer, state, second);

        assertThatThrownBy(() -> write(sleeper, asItWas, second)).isInstanceOf(PgException.class);
        assertThat(tally()).containsExactly("(i1,p1,2,2,b)");
    }

    @Test
    void a_consumer_that_knows_the_rows_before_a_rebuild_applies_nothing_though_its_position_is_right() {
        history.add("p1", new Added("a"));
        views.run("UPDATE projections.partition_states SET generation = generation + 1");

        assertThatThrownBy(() -> write(writer, state, history.events()))
                .matches(refused -> Failures.isFence((RuntimeException) refused));
        assertThat(tally()).isEmpty();
    }

    /** Proves the tests above: without its condition the fence lets the sleeper apply everything twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AND position = _from_position",
                "AND in_tx_order = _from_in_tx_order",
                "AND generation = _generation"
            })
    void a_fence_without_one_of_its_conditions_would_be_noticed(String condition) throws IOException {
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V7__checkpoint_generations.sql"));
        String fence = migration.substring(migration.indexOf("CREATE FUNCTION"));
        assertThat(fence).contains(condition);
        history.add("p1", new Added("a"));
        BatchWriter sleeper = writer();
        PartitionState asItWas = load(sleeper);
        views.run(fence.replace(condition, "").replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"));
        String compared = condition.substring("AND ".length(), condition.indexOf(" ="));
        views.run("UPDATE projections.partition_states SET " + compared + " = 5");

        write(sleeper, asItWas, history.events());

        assertThat(tally()).containsExactly("(i1,p1,1,1,a)");
    }

    @ParameterizedTest
    @ValueSource(strings = {TallyProjection.FORBIDDEN, TallyProjection.UNTHINKABLE})
    void an_event_that_cannot_be_applied_parks_its_aggregate_and_the_batch_goes_on(String name) {
        history.add("p1", new Added("a"));
        RecordedEvent bad = history.add("p2", new Added(name));
        history.add("p1", new Changed("b"));
        history.add("p2", new Changed("held"));
        history.add("p3", new Added("c"));

        write(writer, state, history.events());

        assertThat(tally()).containsExactly("(i1,p1,2,2,b)", "(i1,p3,1,1,c)");
        assertThat(checkpoint()).isEqualTo(history.events().getLast().cursor());
        assertThat(writer.parkingLot().holds(AggregateKey.of(bad))).isTrue();
        assertThat(views.rows("projections.failed_events2"))
                .singleElement()
                .asString()
                .contains("p2");
        assertThat(views.rows("(SELECT aggregate_id, failed_sequence, held_position - failed_position AS held"
                        + " FROM projections.parked_aggregates)"))
                .containsExactly("(p2,1,2)");
    }

    @Test
    void an_unregistered_type_and_a_broken_payload_park_their_aggregates() {
        history.addRaw("project", "p1", "project.dreamt", "{}");
        history.addRaw("project", "p2", "project.added", "{not json");
        history.add("p3", new Added("c"));

        write(writer, state, history.events());

        assertThat(tally()).containsExactly("(i1,p3,1,1,c)");
        assertThat(views.rows("(SELECT aggregate_id FROM projections.parked_aggregates)"))
                .containsExactly("(p1)", "(p2)");
    }

    @Test
    void events_that_came_with_another_systems_log_pass_and_park_nothing() {
        history.addForeign("project", "p1", "project.changed", "{\"name\": \"theirs\"}");
        history.addForeign("project", "p2", "project.dreamt", "");
        history.add("p3", new Added("c"));

        write(writer, state, history.events());

        assertThat(tally()).containsExactly("(i1,p3,1,1,c)");
        assertThat(views.rows("(SELECT aggregate_id FROM projections.parked_aggregates)"))
                .isEmpty();
        assertThat(checkpoint()).isEqualTo(history.events().getLast().cursor());
    }

    @Test
    void events_of_a_parked_aggregate_are_held_in_later_batches_and_after_a_restart() {
        history.add("p1", new Added(TallyProjection.FORBIDDEN));
        write(writer, state, history.events());
        List<RecordedEvent> later = List.of(history.add("p1", new Changed("b")));

        BatchWriter restarted = writer();
        PartitionState resumed = load(restarted);
        restarted.parkingLot().load(List.of(0));
        write(restarted, resumed, later);

        assertThat(tally()).isEmpty();
        assertThat(views.rows("(SELECT held_position - failed_position FROM projections.parked_aggregates)"))
                .containsExactly("(1)");
    }

    @Test
    void events_up_to_the_start_position_of_their_instance_are_left_out() {
        RecordedEvent old = history.add("p1", new Added("a"));
        history.add("p1", new Changed("b"));
        views.run("INSERT INTO projections.current_states (projection_name, instance_id, start_position)"
                + " VALUES ('projections.tally1', 'i1', " + old.position() + ")");
        writer.load(List.of(0));

        write(writer, state, history.events());

        assertThat(tally()).containsExactly("(i1,p1,1,2,b)");
    }

    private BatchWriter writer() {
        return new BatchWriter(projection, views.database(), people, RETRY, new ManualClock());
    }

    private static PartitionState load(BatchWriter writer) {
        Map<Integer, PartitionState> states = writer.checkpoints().load(List.of(0));
        return states.values().iterator().next();
    }

    private static void write(BatchWriter writer, PartitionState state, List<RecordedEvent> events) {
        CheckpointMove move = state.moveTo(events.getLast().cursor(), 1);
        writer.write(List.of(move), events);
        state.moved(move);
    }

    private Cursor checkpoint() {
        return writer.checkpoints().positions().getOrDefault(0, Cursor.START);
    }

    private List<String> tally() {
        return views.rows("projections.tally1");
    }
}
