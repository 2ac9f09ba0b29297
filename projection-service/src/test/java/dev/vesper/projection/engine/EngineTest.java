package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.backing.Backing;
import dev.vesper.events.ConsistencyToken;
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
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final int PARTITIONS = 3;

    private final Projection projection = new TallyProjection();
    private final Views views = new Views(List.of(projection));
    private final People people = new People();
    private final History history = new History(people, PARTITIONS);
    private final ListLog log = new ListLog();
    private final Topic topic = new Topic(Backing.bootstrapServers(), Backing.topic(PARTITIONS), log::append);
    private final List<Engine> engines = new ArrayList<>();

    @AfterEach
    void close() {
        engines.forEach(Engine::stop);
        topic.close();
        views.close();
    }

    @Test
    void events_of_the_topic_become_rows_once_however_often_the_topic_has_them() {
        start();
        history.add("p1", new Added("a"));
        history.add("p2", new Added("b"));
        topic.publish(history.events());
        topic.publish(history.events());
        topic.publish(history.add("p1", new Changed("c")));
        topic.publish(history.add("p2", new Changed("d")));

        tallyBecomes("(i1,p1,2,2,c)", "(i1,p2,2,2,d)");
    }

    @Test
    void events_of_one_transaction_are_told_apart_by_their_order_in_it() {
        start();
        RecordedEvent first = history.add("p1", new Added("a"));
        RecordedEvent second = history.addToTransaction("p1", new Changed("b"));
        topic.publish(first);
        tallyBecomes("(i1,p1,1,1,a)");

        topic.publish(List.of(first, second, second));
        topic.publish(history.add("p1", new Changed("c")));

        tallyBecomes("(i1,p1,3,3,c)");
    }

    @Test
    void a_restarted_engine_goes_on_where_it_stopped() {
        Engine first = start();
        topic.publish(history.add("p1", new Added("a")));
        tallyBecomes("(i1,p1,1,1,a)");
        first.stop();
        topic.publish(history.add("p1", new Changed("b")));

        start();

        tallyBecomes("(i1,p1,2,2,b)");
    }

    @Test
    void a_new_view_reads_the_log_first_and_then_what_the_topic_has_beyond_it() {
        for (int i = 0; i < 30; i++) {
            history.add("p" + i % 4, new Changed("n" + i));
        }
        log.append(history.events());
        topic.publish(history.events().subList(20, 30));

        start();
        topic.publish(history.add("p0", new Changed("after")));

        tallyBecomes("(i1,p0,9,9,after)", "(i1,p1,8,8,n29)", "(i1,p2,7,7,n26)", "(i1,p3,7,7,n27)");
    }

    @Test
    void a_view_waits_for_a_log_that_is_away() {
        log.append(List.of(history.add("p1", new Added("a"))));
        log.away(true);
        start();
        Eventually.equals(() -> log.reads() > 2, true);

        log.away(false);

        tallyBecomes("(i1,p1,1,1,a)");
    }

    @Test
    void what_the_topic_has_lost_while_nobody_read_comes_from_the_log() throws Exception {
        Engine first = start();
        RecordedEvent seen = history.add("p1", new Added("a"));
        topic.publish(seen);
        tallyBecomes("(i1,p1,1,1,a)");
        first.stop();
        topic.publish(history.add("p1", new Changed("b")));
        log.append(history.events());
        deleteAllRecords(seen.partition(), 2);
        topic.publish(history.add("p1", new Changed("c")));

        start();

        tallyBecomes("(i1,p1,3,3,c)");
    }

    @Test
    void a_reader_that_must_read_the_log_again_goes_on_where_the_topic_ends_by_then() throws Exception {
        CatchUpState state = new CatchUpState(start(), views.database());
        Eventually.equals(state::isComplete, true);
        RecordedEvent first = history.add("p1", new Added("a"));
        topic.publish(first);
        tallyBecomes("(i1,p1,1,1,a)");
        deleteAllRecords(first.partition(), 1);
        views.run("UPDATE projections.partition_states SET catching_up = TRUE, generation = generation + 1");
        topic.publish(history.add("p1", new Changed("b")));
        tallyBecomes("(i1,p1,2,2,b)");
        Eventually.equals(state::isComplete, true);

        int reads = log.reads();
        topic.publish(history.add("p1", new Changed("c")));

        tallyBecomes("(i1,p1,3,3,c)");
        assertThat(log.reads()).isEqualTo(reads);
    }

    @Test
    void two_pods_share_the_partitions_and_count_each_event_once() {
        start();
        Engine leaving = start();
        publishForEachOf(20);
        leaving.stop();
        publishForEachOf(20);
        start();
        publishForEachOf(20);

        Eventually.equals(
                () -> views.rows("(SELECT COUNT(*), MIN(events), MAX(events) FROM projections.tally1)"),
                List.of("(20,3,3)"));
    }

    @Test
    void connections_that_are_cut_again_and_again_lose_and_repeat_nothing() {
        start();
        for (int cut = 0; cut < 10; cut++) {
            publishForEachOf(10);
            Eventually.equals(this::cutConnections, true);
        }
        publishForEachOf(10);

        Eventually.equals(
                () -> views.rows("(SELECT COUNT(*), MIN(events), MAX(events) FROM projections.tally1)"),
                List.of("(10,11,11)"));
    }

    @Test
    void a_watermark_moves_the_checkpoint_without_a_row() {
        Engine engine = start();
        CatchUpState state = new CatchUpState(engine, views.database());
        Eventually.equals(state::isComplete, true);
        topic.publishWatermark(1, new Cursor(500, 7));

        Checkpoints checkpoints = new Checkpoints(projection, views.database());
        Eventually.equals(() -> checkpoints.positions().getOrDefault(1, Cursor.START), new Cursor(500, 7));
        assertThat(views.rows("projections.tally1")).isEmpty();
    }

    @Test
    void a_reader_waits_for_its_own_write_also_when_another_pod_applies_it() {
        Engine engine = start();
        Consistency here = new Consistency(engine, Duration.ofSeconds(20), Duration.ofMillis(5));
        Engine idle = new Engine(List.of(projection), parts());
        Consistency elsewhere = new Consistency(idle, Duration.ofSeconds(20), Duration.ofMillis(5));
        RecordedEvent written = history.add("p1", new Added("a"));
        topic.publish(written);

        here.await(token(written.partition(), written.cursor()), "tally");
        assertThat(views.rows("projections.tally1")).hasSize(1);
        elsewhere.await(token(written.partition(), written.cursor()), "tally");
    }

    @Test
    void a_reader_that_waited_long_enough_is_told_how_far_the_view_is_behind() {
        Engine engine = start();
        Consistency impatient = new Consistency(engine, Duration.ofMillis(50), Duration.ofMillis(5));

        assertThatThrownBy(() -> impatient.await(token(1, new Cursor(9_000, 1)), "tally"))
                .isInstanceOf(ViewBehind.class)
                .hasMessageContaining("tally")
                .hasMessageContaining("9000.1");
    }

    /** It may be sent over a connection that was cut the time before. */
    private boolean cutConnections() {
        try {
            views.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private void publishForEachOf(int projects) {
        for (int i = 0; i < projects; i++) {
            topic.publish(history.add("p" + i, new Changed("n")));
        }
    }

    private void deleteAllRecords(int partition, long beforeOffset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backing.bootstrapServers()))) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(beforeOffset)))
                    .all()
                    .get();
        }
    }

    private void tallyBecomes(String... rows) {
        Eventually.equals(() -> views.rows("projections.tally1"), List.of(rows));
    }

    private Engine start() {
        Engine engine = new Engine(List.of(projection), parts());
        engines.add(engine);
        engine.start();
        return engine;
    }

    private EngineParts parts() {
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
        return new EngineParts(settings, views.database(), log, people, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private static ConsistencyToken token(int partition, Cursor cursor) {
        return new ConsistencyToken(Map.of(partition, cursor));
    }
}
