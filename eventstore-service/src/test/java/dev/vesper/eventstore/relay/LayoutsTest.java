package dev.vesper.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The number of shards that all pods obey. */
final class LayoutsTest {
    private final TestLogs logs = TestLogs.create();
    private final Layouts layouts = new Layouts(logs.sql());

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void begins_with_what_the_first_pod_wishes_for() {
        assertThat(layouts.newest()).isEqualTo(Layout.NONE);

        assertThat(layouts.wish(2, "topic-")).hasValue(new Layout(0, 2, "topic-"));

        assertThat(layouts.newest()).isEqualTo(new Layout(0, 2, "topic-"));
        assertThat(layouts.wish(2, "other-")).isEmpty();
    }

    @Test
    void a_wish_for_another_number_begins_shards_whose_numbers_were_never_used() {
        layouts.wish(2, "topic-");
        layouts.wish(3, "topic-");

        assertThat(layouts.wish(2, "topic-")).hasValue(new Layout(5, 2, "topic-"));
        assertThat(layouts.newest().shards().stream().map(Shard::number)).containsExactly(5, 6);
        assertThat(layouts.forerunners(layouts.newest().shards().getLast()).stream()
                        .map(Shard::transactionalId))
                .containsExactly("topic-0", "topic-1", "topic-2", "topic-3", "topic-4");
    }

    @Test
    void of_two_wishes_at_the_same_time_one_counts() {
        layouts.wish(1, "topic-");
        var outdated = layouts.newest();
        layouts.wish(3, "topic-");

        var late = logs.sql().run(Statement.of("relay/begin_layout", outdated.firstShard(), 5, "topic-"));

        assertThat(late.size()).isZero();
        assertThat(layouts.newest().size()).isEqualTo(3);
    }

    @Test
    void nobody_keeps_or_takes_a_lease_of_a_layout_that_is_over() {
        layouts.wish(2, "topic-");
        Lease held = lease("relay-0");
        assertThat(held.take()).hasValue(1);

        layouts.wish(1, "topic-");

        assertThat(held.renew(1)).isFalse();
        assertThat(held.take()).isEmpty();
        assertThat(lease("relay-1").take()).isEmpty();
        assertThat(lease("relay-2").take()).hasValue(1);
    }

    @Test
    void every_partition_belongs_to_one_shard() {
        layouts.wish(5, "topic-");

        assertThat(layouts.newest().shards().stream().flatMap(shard -> shard.partitions(12).stream()))
                .containsExactlyInAnyOrderElementsOf(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        assertThat(layouts.newest().shards().get(2).partitions(12)).containsExactly(2, 7);
    }

    @Test
    void what_was_fenced_once_need_not_be_again() {
        layouts.wish(1, "topic-");
        layouts.wish(2, "topic-");
        Shard shard = layouts.newest().shards().getFirst();

        layouts.fenced(shard);

        assertThat(layouts.forerunners(shard)).isEmpty();
        layouts.wish(3, "topic-");
        assertThat(layouts.forerunners(layouts.newest().shards().getFirst()).stream()
                        .map(Shard::number))
                .containsExactly(1, 2);
    }

    private Lease lease(String name) {
        return new Lease(logs.sql(), name, "holder", Duration.ofHours(1));
    }
}
