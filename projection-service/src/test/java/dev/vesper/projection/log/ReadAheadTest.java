package dev.vesper.projection.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.Cursor;
import dev.vesper.projection.engine.LogUnavailable;
import dev.vesper.proto.internal.v1.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {
    private final List<Long> log = new ArrayList<>();
    private final List<Cursor> opened = new ArrayList<>();
    private final ReadAhead reads = new ReadAhead(this::open);
    private int brokenAfter = Integer.MAX_VALUE;

    @Test
    void pages_follow_each_other_over_one_read() {
        givenEvents(1, 9);

        assertThat(page(0, 4)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(page(4, 4)).containsExactly(5L, 6L, 7L, 8L);
        assertThat(page(8, 4)).containsExactly(9L);
        assertThat(opened).containsExactly(at(0));
    }

    @Test
    void a_read_that_reached_its_length_is_no_end() {
        givenEvents(1, 50);

        for (int after = 0; after < 50; after += 2) {
            assertThat(page(after, 2)).hasSize(2);
        }

        assertThat(page(50, 2)).isEmpty();
        assertThat(opened).containsExactly(at(0), at(40));
    }

    @Test
    void after_an_end_the_log_is_asked_anew() {
        givenEvents(1, 3);
        assertThat(page(0, 5)).hasSize(3);
        givenEvents(4, 4);

        assertThat(page(3, 5)).containsExactly(4L);
    }

    @Test
    void another_place_begins_another_read() {
        givenEvents(1, 9);
        assertThat(page(0, 2)).containsExactly(1L, 2L);

        assertThat(page(6, 2)).containsExactly(7L, 8L);
    }

    @Test
    void a_read_that_broke_between_two_pages_is_begun_again_and_is_no_end() {
        givenEvents(1, 9);
        brokenAfter = 3;
        assertThat(page(0, 2)).containsExactly(1L, 2L);
        brokenAfter = Integer.MAX_VALUE;

        assertThat(page(2, 4)).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void a_log_that_is_away_is_told() {
        givenEvents(1, 9);
        brokenAfter = 1;

        assertThatThrownBy(() -> page(0, 2)).isInstanceOf(LogUnavailable.class);
    }

    private void givenEvents(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(log::add);
    }

    private List<Long> page(long after, int limit) {
        return reads.page(at(after), limit).stream()
                .map(StoredEvent::getPosition)
                .toList();
    }

    private static Cursor at(long position) {
        return new Cursor(position, 0);
    }

    private OpenRead open(Cursor after, int limit) {
        opened.add(after);
        OpenRead read = new OpenRead(1_000, Duration.ofSeconds(5));
        List<Long> found = log.stream()
                .filter(position -> position > after.position())
                .limit(limit)
                .toList();
        for (int i = 0; i < found.size() && i < brokenAfter; i++) {
            read.onNext(StoredEvent.newBuilder().setPosition(found.get(i)).build());
        }
        if (found.size() > brokenAfter) {
            read.onError(new IllegalStateException("broken"));
        } else {
            read.onCompleted();
        }
        return read;
    }
}
