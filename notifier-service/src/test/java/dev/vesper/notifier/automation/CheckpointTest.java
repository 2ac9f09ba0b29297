package dev.vesper.notifier.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.log.Events;
import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.ManualClock;
import dev.vesper.notifier.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that lost its partition, and does not know it yet, applies nothing. */
final class CheckpointTest {
    private final ManualClock clock = new ManualClock();
    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed();
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void what_was_read_and_how_far_are_kept_together() {
        ApplyBatch reader = reader();
        reader.begin(Set.of(0, 1));

        reader.apply(batch(0, 1, "s-1"), 1);

        assertThat(ends()).isEqualTo(1);
        assertThat(reader().begin(Set.of(0, 1)))
                .containsEntry(0, new Checkpoint(1, new Cursor(1, 0)))
                .containsEntry(1, new Checkpoint(0, Cursor.START));
    }

    @Test
    void a_reader_that_another_has_overtaken_is_stopped_and_applies_nothing() {
        ApplyBatch paused = reader();
        ApplyBatch other = reader();
        paused.begin(Set.of(0));
        other.begin(Set.of(0));
        other.apply(batch(0, 1, "s-1"), 1);

        assertThatThrownBy(() -> paused.apply(batch(0, 2, "s-2"), 1)).isInstanceOf(Checkpoints.Moved.class);

        assertThat(ends()).isEqualTo(1);
    }

    @Test
    void a_batch_with_a_partition_that_was_lost_is_applied_to_none_of_them() {
        ApplyBatch paused = reader();
        ApplyBatch other = reader();
        paused.begin(Set.of(0, 1));
        other.begin(Set.of(1));
        other.apply(batch(1, 1, "s-1"), 1);
        Batch both = new Batch(
                List.of(ended(0, 2, "s-2"), ended(1, 3, "s-3")),
                List.of(),
                Map.of(0, new Checkpoint(2, new Cursor(2, 0)), 1, new Checkpoint(3, new Cursor(3, 0))));

        assertThatThrownBy(() -> paused.apply(both, 2)).isInstanceOf(Checkpoints.Moved.class);

        assertThat(ends()).isEqualTo(1);
    }

    private ApplyBatch reader() {
        Surroundings surroundings = TestBed.surroundings(clock, KillPoint.none());
        return new ApplyBatch(
                bed.database(),
                new Checkpoints(bed.database()),
                List.of(new WhenBackChannelRegisteredThenRemember(), new WhenSessionEndedThenRequestLogoutTokens()),
                new WhenNotificationRecordedThenAlignDelivery(surroundings),
                surroundings);
    }

    private Batch batch(int partition, long position, String sessionId) {
        return new Batch(
                List.of(ended(partition, position, sessionId)),
                List.of(),
                Map.of(partition, new Checkpoint(position, new Cursor(position, 0))));
    }

    private Consumed ended(int partition, long position, String sessionId) {
        SessionEvent event = new SessionEvent.Terminated(null, "user");
        return new Consumed(
                new RecordedEvent(
                        "i-1",
                        "session",
                        sessionId,
                        "session.terminated",
                        position,
                        1,
                        clock.instant(),
                        Events.payload(event, "i-1", sessionId),
                        "someone",
                        "org-1",
                        position,
                        0,
                        partition),
                event,
                null);
    }

    private long ends() {
        return bed.database()
                .run(new Statement("count", "SELECT count(*) FROM notifier.ends"))
                .iterator()
                .next()
                .getLong(0);
    }
}
