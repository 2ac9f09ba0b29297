package dev.vesper.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WatermarksTest {
    private static final long MS = 1_000_000;
    private static final Cursor TEN = new Cursor(10, 3);
    private static final Cursor TWELVE = new Cursor(12, 0);

    private final Watermarks watermarks =
            new Watermarks(Duration.ofMillis(100), Duration.ofSeconds(1), Map.of(0, TEN, 1, Cursor.START), 0);

    @Test
    void every_partition_gets_one_when_a_leader_starts() {
        assertThat(watermarks.due(TEN, 0)).containsExactly(0, 1);
    }

    @Test
    void none_is_due_while_the_log_is_empty() {
        assertThat(watermarks.due(Cursor.START, 5_000 * MS)).isEmpty();
    }

    @Test
    void a_partition_that_falls_behind_gets_one_soon() {
        watermarks.recorded(0, TWELVE, 0);
        watermarks.recorded(1, TEN, 0);

        assertThat(watermarks.due(TWELVE, 99 * MS)).isEmpty();
        assertThat(watermarks.due(TWELVE, 100 * MS)).containsExactly(1);
    }

    @Test
    void an_idle_partition_gets_one_each_second() {
        watermarks.recorded(0, TWELVE, 0);
        watermarks.recorded(1, TWELVE, 500 * MS);

        assertThat(watermarks.due(TWELVE, 999 * MS)).isEmpty();
        assertThat(watermarks.due(TWELVE, 1000 * MS)).containsExactly(0);
    }

    @Test
    void a_partition_that_is_ahead_of_a_catching_up_leader_gets_none() {
        watermarks.recorded(0, TWELVE, 0);

        assertThat(watermarks.due(TEN, 5_000 * MS)).containsExactly(1);
    }
}
