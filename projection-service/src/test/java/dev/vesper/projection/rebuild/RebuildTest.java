package dev.vesper.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.backing.Backing;
import dev.vesper.events.ProjectEvent.Added;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.engine.TallyProjection;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RebuildTest {
    private static final int PARTITIONS = 2;

    private final Projection tally = new TallyProjection();
    private final Views views = new Views(List.of(tally));
    private final History history = new History(new People(), PARTITIONS);
    private final ListLog log = new ListLog();
    private final Topic topic = new Topic(Backing.bootstrapServers(), Backing.topic(PARTITIONS), log::append);
    private final TestPod pod = new TestPod(List.of(tally), views, log, topic.name()).start();

    @AfterEach
    void close() {
        pod.close();
        topic.close();
        views.close();
    }

    @Test
    void a_rebuild_makes_right_what_was_wrong_and_looks_like_what_it_replaces() {
        givenAView();
        List<String> layout = layout();
        views.run("UPDATE projections.tally1 SET name = 'wrong', events = 7; DELETE FROM projections.tally1"
                + " WHERE project_id = 'p2'");

        pod.rebuilds().start(tally, "admin");

        tallyBecomes("(i1,p1,2,2,b)", "(i1,p2,1,1,c)");
        assertThat(layout()).isEqualTo(layout);
        topic.publish(history.add("p1", new Changed("d")));
        tallyBecomes("(i1,p1,3,3,d)", "(i1,p2,1,1,c)");
    }

    @Test
    void what_was_replaced_is_dropped_after_the_grace_time_and_nothing_else_is_left() {
        givenAView();

        Rebuild rebuild = pod.rebuilds().start(tally, "admin");

        Eventually.equals(() -> state(pod), "done");
        assertThat(schemas()).noneMatch(schema -> schema.contains("_" + rebuild.id()));
        assertThat(views.rows("(SELECT DISTINCT projection_name FROM projections.partition_states)"))
                .containsExactly("(tally)");
        assertThat(views.rows("(SELECT projection_name FROM projections.current_states)"))
                .doesNotContain("(projections.tally1.rebuild" + rebuild.id() + ")");
    }

    @Test
    void within_the_grace_time_the_replaced_tables_are_still_there() {
        pod.close();
        try (TestPod patient = new TestPod(List.of(tally), views, log, topic.name(), Duration.ofHours(1)).start()) {
            givenAView();

            Rebuild rebuild = patient.rebuilds().start(tally, "admin");

            Eventually.equals(() -> state(patient), "swapped");
            patient.loop().runOnce();
            assertThat(views.rows(rebuild.retiredSchema() + ".tally1"))
                    .containsExactly("(i1,p1,2,2,b)", "(i1,p2,1,1,c)");
        }
    }

    @Test
    void a_second_order_is_refused_while_one_is_running_and_a_canceled_one_leaves_nothing() {
        givenAView();
        log.away(true);
        assertThatThrownBy(() -> pod.rebuilds().start(tally, "admin")).hasMessageContaining("nobody is there");
        log.away(false);
        pod.close();
        try (TestPod other = new TestPod(List.of(tally), views, log, topic.name())) {
            Rebuild rebuild = other.rebuilds().start(tally, "admin");

            assertThatThrownBy(() -> other.rebuilds().start(tally, "admin"))
                    .isInstanceOf(RebuildRefused.class)
                    .extracting(refused -> ((RebuildRefused) refused).reason())
                    .isEqualTo("REBUILD_RUNNING");
            assertThat(other.rebuilds().cancel(tally, "boss").canceledBy()).isEqualTo("boss");
            assertThatThrownBy(() -> other.rebuilds().cancel(tally, "boss"))
                    .extracting(refused -> ((RebuildRefused) refused).reason())
                    .isEqualTo("NO_REBUILD_RUNNING");
            other.loop().runOnce();

            assertThat(schemas()).doesNotContain("(" + rebuild.schema() + ")");
            assertThat(views.rows("(SELECT 1 FROM projections.partition_states WHERE projection_name <> 'tally')"))
                    .isEmpty();
            assertThat(views.rows("projections.tally1")).hasSize(2);
        }
    }

    @Test
    void a_view_that_was_never_complete_is_not_rebuilt() {
        givenAView();
        views.run("UPDATE projections.partition_states SET catching_up = TRUE");

        assertThatThrownBy(() -> pod.rebuilds().start(tally, "admin"))
                .extracting(refused -> ((RebuildRefused) refused).reason())
                .isEqualTo("PROJECTION_INCOMPLETE");
        assertThat(views.rows("projections.rebuilds")).isEmpty();
    }

    @Test
    void what_the_rebuild_could_not_apply_waits_in_the_view_and_what_waited_before_does_not() {
        givenAView();
        views.run("ALTER TABLE projections.tally1 ADD CONSTRAINT no_e CHECK (name <> 'e')");
        topic.publish(history.add("p1", new Changed("e")));
        Eventually.equals(() -> parked(), List.of("(tally,p1)"));
        views.run("ALTER TABLE projections.tally1 DROP CONSTRAINT no_e;"
                + " ALTER TABLE projections.tally1 ADD CONSTRAINT no_c CHECK (name <> 'c') NOT VALID");

        pod.rebuilds().start(tally, "admin");

        tallyBecomes("(i1,p1,3,3,e)");
        assertThat(parked()).containsExactly("(tally,p2)");
        views.run("ALTER TABLE projections.tally1 DROP CONSTRAINT no_c");
        tallyBecomes("(i1,p1,3,3,e)", "(i1,p2,1,1,c)");
        Eventually.equals(() -> parked(), List.of());
    }

    @Test
    void a_version_that_nobody_keeps_up_any_more_is_dropped() {
        givenAView();
        views.run("CREATE TABLE projections.tally0 (id TEXT); CREATE TABLE projections.tally0_more (id TEXT);"
                + " INSERT INTO projections.setup_steps VALUES ('create projections.tally0', clock_timestamp());"
                + " INSERT INTO projections.partition_states (projection_name, version, partition, position, in_tx_order,"
                + " catching_up, updated_at) VALUES ('tally', 0, 0, 1, 1, FALSE, clock_timestamp())");

        Eventually.equals(
                () -> views.rows("(SELECT 1 FROM projections.partition_states WHERE version = 0)"), List.of());
        assertThat(views.tables()).containsExactly("tally1");
        assertThat(views.rows("(SELECT 1 FROM projections.setup_steps WHERE step LIKE '%tally0')"))
                .isEmpty();
    }

    private void givenAView() {
        RecordedEvent first = history.add("p1", new Added("a"));
        RecordedEvent second = history.add("p1", new Changed("b"));
        RecordedEvent third = history.add("p2", new Added("c"));
        topic.publish(List.of(first, second, third));
        tallyBecomes("(i1,p1,2,2,b)", "(i1,p2,1,1,c)");
        Eventually.equals(
                () -> views.rows("(SELECT COUNT(*) FROM projections.partition_states WHERE NOT catching_up)"),
                List.of("(" + PARTITIONS + ")"));
    }

    private void tallyBecomes(String... rows) {
        Eventually.equals(() -> views.rows("projections.tally1"), List.of(rows));
    }

    private List<String> parked() {
        return views.rows("(SELECT projection_name, aggregate_id FROM projections.parked_aggregates"
                + " WHERE projection_name = 'tally')");
    }

    private static String state(TestPod asked) {
        return asked.rebuilds().last("tally").map(Rebuild::state).orElse("none");
    }

    private List<String> schemas() {
        return views.rows("(SELECT nspname FROM pg_namespace)");
    }

    private List<String> layout() {
        return views.rows("(SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'projections'"
                + " AND tablename = 'tally1' UNION SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 'projections.tally1'::regclass"
                + " UNION SELECT column_name, ordinal_position || data_type || is_nullable"
                + " FROM information_schema.columns WHERE table_schema = 'projections' AND table_name = 'tally1')");
    }
}
