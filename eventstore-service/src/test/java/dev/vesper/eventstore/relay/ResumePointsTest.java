package dev.vesper.eventstore.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResumePointsTest {
    private static final Cursor FIVE = new Cursor(5, 0);
    private static final Cursor NINE = new Cursor(9, 2);

    @Test
    void the_tail_of_the_topic_counts_and_not_what_the_database_remembers() {
        var resume = resume(new TopicTail.Tail(Map.of(0, NINE, 1, FIVE), Set.of()), Map.of(0, new Cursor(7, 0)));

        assertThat(resume.byPartition()).isEqualTo(Map.of(0, NINE, 1, FIVE));
        assertThat(resume.earliest()).isEqualTo(FIVE);
        assertThat(resume.latest()).isEqualTo(NINE);
    }

    @Test
    void a_partition_that_never_held_anything_starts_at_the_beginning() {
        var resume = resume(new TopicTail.Tail(Map.of(0, NINE), Set.of()), Map.of(1, NINE));

        assertThat(resume.earliest()).isEqualTo(Cursor.START);
    }

    @Test
    void where_age_has_emptied_a_partition_the_database_remembers_for_it() {
        var emptied = new TopicTail.Tail(Map.of(0, NINE), Set.of(1));

        assertThat(resume(emptied, Map.of(0, Cursor.START, 1, FIVE)).earliest()).isEqualTo(FIVE);
        assertThat(resume(emptied, Map.of()).earliest()).isEqualTo(Cursor.START);
    }

    private static ResumePoints resume(TopicTail.Tail tail, Map<Integer, Cursor> remembered) {
        return ResumePoints.of(List.of(0, 1), tail, remembered);
    }
}
