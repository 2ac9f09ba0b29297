package dev.vesper.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.backing.Backing;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.Life;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Topic;
import dev.vesper.projection.given.Views;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Views are rebuilt while events come and queries are asked, by two pods of which one dies. Afterwards each row must be the
 * one that a view has to which all events came in order, one by one. More runs: {@code -Dvesper.rebuild.runs=10}.
 */
final class RebuildUnderLoadTest {
    private static final int RUNS = Integer.getInteger("vesper.rebuild.runs", 3);
    private static final int PARTITIONS = 4;
    private static final int SESSIONS_BEFORE = 150;
    private static final long SEED = Long.getLong("vesper.rebuild.seed", 20_260_704);

    private final Random random = new Random(SEED);
    private final List<Projection> projections = AllProjections.list().stream()
            .filter(view -> List.of("apps", "ended", "logouts", "oidc_sessions", "sessions")
                    .contains(view.name()))
            .toList();
    private final Views views = new Views(AllProjections.list());
    private final History history = new History(new People(), PARTITIONS);
    private final ListLog log = new ListLog();
    private final Topic topic = new Topic(Backing.bootstrapServers(), Backing.topic(PARTITIONS), log::append);
    private final Traffic traffic = new Traffic(history, new Life(history, random), topic, views);
    private TestPod survivor = pod();
    private TestPod victim = pod();

    @AfterEach
    void close() {
        traffic.close();
        survivor.close();
        victim.close();
        topic.close();
        views.close();
    }

    @Test
    void each_row_is_what_it_would_be_without_rebuilds_deaths_and_haste() {
        traffic.begin(SESSIONS_BEFORE);
        survivor.start();
        victim.start();
        Eventually.equals(this::isComplete, true);
        try (ReadSide inOrder = new ReadSide()) {
            int applied = 0;
            for (int run = 1; run <= RUNS; run++) {
                Projection rebuilt = projections.get(run % projections.size());
                traffic.resume();
                rebuildWhileAPodDies(rebuilt);
                traffic.pause();
                inOrder.applyAll(history.after(applied));
                applied = history.events().size();
                Map<String, List<String>> expected = ours(inOrder.rows());
                Eventually.equals(() -> ours(rows()), expected);
                assertThat(traffic.failures())
                        .as("seed %d, run %d, rebuilt %s", SEED, run, rebuilt.name())
                        .isEmpty();
                System.out.printf(
                        "run %d: %s rebuilt, %,d events in all, %,d queries meanwhile%n",
                        run, rebuilt.name(), applied, traffic.queries());
            }
        }
    }

    private void rebuildWhileAPodDies(Projection projection) {
        long id = survivor.rebuilds().start(projection, "admin").id();
        int dieAt = log.size() + 1 + random.nextInt(200);
        Eventually.equals(() -> log.size() >= dieAt || isSwapped(projection, id), true);
        victim.kill();
        victim = pod().start();
        Eventually.equals(() -> isSwapped(projection, id), true);
    }

    private boolean isSwapped(Projection projection, long id) {
        return survivor.rebuilds()
                .last(projection.name())
                .filter(last -> last.id() == id && last.isSwapped())
                .isPresent();
    }

    private boolean isComplete() {
        return views.rows("(SELECT COUNT(*) FROM projections.partition_states WHERE NOT catching_up)")
                .equals(List.of("(" + PARTITIONS * projections.size() + ")"));
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        views.tables().forEach(table -> rows.put(table, views.rows("projections." + table)));
        return rows;
    }

    private Map<String, List<String>> ours(Map<String, List<String>> rows) {
        Map<String, List<String>> ours = new TreeMap<>(rows);
        ours.keySet()
                .removeIf(table ->
                        projections.stream().noneMatch(view -> table.startsWith(view.name() + view.version())));
        return ours;
    }

    private TestPod pod() {
        return new TestPod(projections, views, log, topic.name());
    }
}
