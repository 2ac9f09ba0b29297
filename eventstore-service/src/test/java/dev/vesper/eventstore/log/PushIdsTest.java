package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PushIdsTest {
    private final Random random = new Random(7);

    @Test
    void ids_rise_with_time_as_the_database_orders_them() {
        assertThat(LongStream.of(1, 255, 256, 1_763_650_000_000L, 1_763_650_000_001L)
                        .mapToObj(millis -> PushIds.next(millis, random).toString()))
                .isSorted();
    }

    @Test
    void an_id_is_random_but_for_time_and_version() {
        UUID one = PushIds.next(5, random);
        UUID other = PushIds.next(5, random);

        assertThat(one).isNotEqualTo(other);
        assertThat(one.version()).isEqualTo(7);
        assertThat(one.variant()).isEqualTo(2);
        assertThat(one.getMostSignificantBits() >>> 16).isEqualTo(5);
    }
}
