package dev.vesper.projection.read;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.engine.Shuffles;
import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.Life;
import dev.vesper.projection.given.Views;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The views together, in a life of many people; each view's own test adds what is not in it. */
final class ShuffledPartitionsTest {
    private static final long SEED = 20_260_101;

    @Test
    void any_interleaving_of_partitions_gives_the_same_rows() {
        Shuffles.giveTheSameRows(
                history -> new Life(history, new Random(SEED)).of(25), "sessions1", "ended1", "logouts1_notifications");
    }

    /** A rebuild and the removal of an old version find a view's tables by their names. */
    @Test
    void every_table_names_its_view_and_the_views_version() {
        try (Views views = new Views(AllProjections.list())) {
            Map<String, Long> tables = AllProjections.list().stream()
                    .collect(toMap(
                            Projection::name,
                            view -> views.tables().stream()
                                    .filter(table -> table.matches(view.name() + view.version() + "(_[a-z0-9_]+)?"))
                                    .count()));

            assertThat(tables.values()).as("tables by view: " + tables).doesNotContain(0L);
            assertThat(tables.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(views.tables().size());
        }
    }
}
