package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.backing.Backing;
import dev.vesper.events.Event;
import dev.vesper.events.ProjectEvent.Changed;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pod that hangs with events in its hands, while the real broker gives its partition to another pod. */
final class PausedConsumerTest {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final Views views = new Views(List.of(new TallyProjection()));
    private final History history = new History(new People(), 1);
    private final ListLog log = new ListLog();
    private final Topic topic = new Topic(Backing.bootstrapServers(), Backing.topic(1), log::append);
    private final Hanging hanging = new Hanging();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Engine sleeper = engine(hanging, metrics);
    private final Engine other = engine(new TallyProjection(), new SimpleMeterRegistry());

    @AfterEach
    void close() {
        hanging.wake();
        sleeper.stop();
        other.stop();
        topic.close();
        views.close();
    }

    @Test
    void what_it_held_when_its_partition_was_taken_over_it_does_not_apply_when_it_wakes() {
        sleeper.start();
        topic.publish(history.add("p1", new Changed("a")));
        tallyBecomes(1);

        hanging.hangAtNextBatch();
        topic.publish(history.add("p1", new Changed("b")));
        Eventually.equals(hanging::hangs, true);
        other.start();
        tallyBecomes(2);
        topic.publish(history.add("p1", new Changed("c")));
        tallyBecomes(3);

        double batches = batches();
        hanging.wake();
        Eventually.equals(hanging::hasGoneOn, true);
        topic.publish(history.add("p1", new Changed("d")));
        tallyBecomes(4);
        other.stop();
        topic.publish(history.add("p1", new Changed("e")));

        tallyBecomes(5);
        assertThat(batches()).as("what it held was refused, and it works again").isEqualTo(batches + 1);
        assertThat(views.rows("projections.parked_aggregates")).isEmpty();
    }

    /** Of the sleeper, that were applied. */
    private double batches() {
        return metrics.get("vesper.projection.batch.time").timer().count();
    }

    private void tallyBecomes(int events) {
        RecordedEvent last = history.events().getLast();
        Eventually.equals(
                () -> views.rows("(SELECT events, sequence FROM projections.tally1)"),
                List.of("(%d,%d)".formatted(events, last.sequence())));
    }

    private Engine engine(Projection projection, SimpleMeterRegistry registry) {
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(100));
        EngineSettings settings = new EngineSettings(
                Backing.bootstrapServers(),
                topic.name(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(8),
                LONGEST_TURN,
                100,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                backoff,
                backoff);
        return new Engine(
                List.of(projection),
                new EngineParts(settings, views.database(), log, new People(), registry, Clock.systemUTC()));
    }

    /** The tally, whose reader hangs between the poll and the transaction when it is told to. */
    private static final class Hanging implements Projection {
        private static final long LONGEST_S = 30;

        private final Projection tally = new TallyProjection();
        private volatile CountDownLatch next = new CountDownLatch(0);
        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch goneOn = new CountDownLatch(1);

        void hangAtNextBatch() {
            next = new CountDownLatch(1);
        }

        boolean hangs() {
            return hangs.getCount() == 0;
        }

        boolean hasGoneOn() {
            return goneOn.getCount() == 0;
        }

        void wake() {
            next.countDown();
        }

        @Override
        public String name() {
            return tally.name();
        }

        @Override
        public int version() {
            return tally.version();
        }

        @Override
        public Set<String> aggregateTypes() {
            CountDownLatch latch = next;
            if (latch.getCount() > 0) {
                hangs.countDown();
                await(latch);
                goneOn.countDown();
            }
            return tally.aggregateTypes();
        }

        @Override
        public Change reduce(RecordedEvent at, Event event) {
            return tally.reduce(at, event);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(LONGEST_S, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
