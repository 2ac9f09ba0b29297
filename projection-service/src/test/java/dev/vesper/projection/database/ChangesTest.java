package dev.vesper.projection.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private final Changes changes = new Changes();

    @Test
    void the_same_statement_of_many_keys_is_sent_as_one() {
        for (int key = 0; key < 3; key++) {
            add("k" + key, "add");
            add("k" + key, "set");
            add("k" + key, "set");
        }

        assertThat(changes.groups()).extracting(Changes.Group::sql).containsExactly("add", "set");
        assertThat(changes.groups().getLast().parameters()).hasSize(6);
    }

    @Test
    void a_key_whose_changes_go_back_and_forth_gets_more_groups() {
        add("k", "set");
        add("k", "clear");
        add("k", "set");
        add("other", "clear");

        assertThat(changes.groups()).extracting(Changes.Group::sql).containsExactly("set", "clear", "set");
    }

    @Test
    void what_does_nothing_is_not_sent() {
        changes.add("k", Change.NONE);

        assertThat(changes.groups()).isEmpty();
    }

    @Test
    void each_key_is_applied_as_it_was_added() {
        Random random = new Random(8);
        List<List<Integer>> added = new ArrayList<>();
        for (int key = 0; key < 10; key++) {
            added.add(new ArrayList<>());
        }
        for (int number = 0; number < 1_000; number++) {
            int key = random.nextInt(10);
            added.get(key).add(number);
            changes.add("k" + key, new Change("s" + random.nextInt(5), Tuple.of(key, number)));
        }
        List<List<Integer>> applied = new ArrayList<>();
        for (int key = 0; key < 10; key++) {
            applied.add(new ArrayList<>());
        }
        changes.groups().stream()
                .flatMap(group -> group.parameters().stream())
                .forEach(row -> applied.get(row.getInteger(0)).add(row.getInteger(1)));

        assertThat(applied).isEqualTo(added);
    }

    private void add(String key, String statement) {
        changes.add(key, new Change(statement, Tuple.of(key)));
    }
}
