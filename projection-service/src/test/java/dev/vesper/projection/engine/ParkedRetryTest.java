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
import dev.vesper.projection.operation.Named;
import dev.vesper.projection.operation.ProjectionFailures;
import dev.vesper.proto.internal.v1.Failure;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.ListFailuresResponse;
import dev.vesper.proto.internal.v1.ListSkippedEventsRequest;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.SkippedEvent;
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
    private final ProjectionFailures failures =
            new ProjectionFailures(new Named(new Engine(List.of(projection), parts())), views.database());
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
    void an_order_to_retry_is_obeyed_before_its_time() {
        givenAParkedAggregateWithAHeldEvent();
        views.run("ALTER TABLE projections.tally1 DROP CONSTRAINT tally1_name");

        failures.retry(RetryFailureRequest.newBuilder()
                .setProjection("tally")
                .setFailureId(onlyFailure().getFailureId())
                .build());
        runOnceAfter(Duration.ZERO);

        assertThat(views.rows("projections.tally1")).containsExactly("(i1,p1,2,2,b)");
    }

    @Test
    void an_event_that_is_skipped_is_left_out_and_kept_with_who_said_so_and_why() {
        givenAParkedAggregateWithAHeldEvent();

        skip();
        runOnceAfter(Duration.ZERO);

        assertThat(views.rows("projections.tally1")).containsExactly("(i1,p1,1,2,b)");
        assertThat(views.rows("projections.parked_aggregates")).isEmpty();
        assertThat(views.rows("projections.failed_events2")).isEmpty();
        SkippedEvent skipped = failures.skipped(ListSkippedEventsRequest.newBuilder()
                        .setProjection("tally")
                        .build())
                .getEvents(0);
        assertThat(skipped.getSequence()).isEqualTo(1);
        assertThat(skipped.getBy()).isEqualTo("admin");
        assertThat(skipped.getReason()).isEqualTo("it never was right");
    }

    @Test
    void when_the_event_after_a_skipped_one_fails_too_it_is_another_failure() {
        givenAParkedAggregateWithAHeldEvent();
        Failure first = onlyFailure();
        RecordedEvent second = history.add("p1", new Changed(TallyProjection.FORBIDDEN));
        log.append(List.of(second));
        write(List.of(second));

        skip();
        runOnceAfter(Duration.ZERO);

        Failure next = onlyFailure();
        assertThat(next.getFailureId()).isNotEqualTo(first.getFailureId());
        assertThat(next.getSequence()).isEqualTo(3);
        assertThat(next.getAttempts()).isEqualTo(1);
        runOnceAfter(Duration.ofSeconds(1));
        assertThat(onlyFailure().getAttempts()).isEqualTo(2);
        assertThat(views.rows("(SELECT sequence FROM projections.skipped_events)"))
                .containsExactly("(1)");
    }

    @Test
    void a_failure_says_what_failed_and_quotes_no_row() {
        history.add("p1", new Added("a secret"));
        log.append(history.events());
        views.run("ALTER TABLE projections.tally1 ADD CONSTRAINT no_secret CHECK (name <> 'a secret')");
        write(history.events());

        Failure failure = onlyFailure();

        assertThat(failure.getError()).contains("no_secret", "23514").doesNotContain("a secret");
        assertThat(failure.getEventType()).isEqualTo("project.added");
        assertThat(failure.getInstanceId()).isEqualTo("i1");
        assertThat(failure.getAggregateId()).isEqualTo("p1");
        assertThat(failure.getPosition()).isEqualTo(history.events().getFirst().position());
    }

    @Test
    void failures_come_page_by_page_and_those_of_one_instance_alone() {
        for (int i = 0; i < 5; i++) {
            history.add("i" + i % 2, "p" + i, new Added(TallyProjection.FORBIDDEN));
        }
        write(history.events());

        ListFailuresRequest.Builder request =
                ListFailuresRequest.newBuilder().setProjection("tally").setPageSize(3);
        ListFailuresResponse first = failures.list(request.build());
        ListFailuresResponse second =
                failures.list(request.setPageToken(first.getNextPageToken()).build());

        assertThat(first.getFailuresList()).hasSize(3);
        assertThat(second.getFailuresList()).hasSize(2);
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(failures.list(ListFailuresRequest.newBuilder()
                                .setProjection("tally")
                                .setInstanceId("i1")
                                .build())
                        .getFailuresList())
                .hasSize(2);
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

    private void skip() {
        failures.skip(SkipFailureRequest.newBuilder()
                .setProjection("tally")
                .setFailureId(onlyFailure().getFailureId())
                .setBy("admin")
                .setReason("it never was right")
                .build());
    }

    private Failure onlyFailure() {
        List<Failure> found = failures.list(
                        ListFailuresRequest.newBuilder().setProjection("tally").build())
                .getFailuresList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> attempts() {
        return views.rows("(SELECT attempts FROM projections.parked_aggregates)");
    }

    private EngineParts parts() {
        Duration second = Duration.ofSeconds(1);
        EngineSettings settings = new EngineSettings(
                "", "", second, second, second, 10, second, second, new Backoff(second, second), RETRY);
        return new EngineParts(settings, views.database(), log, people, new SimpleMeterRegistry(), clock);
    }
}
