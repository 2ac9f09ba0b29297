package dev.vesper.projection.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every sign-in, token check and page of the admin API asks must be found by an index. A view takes part by a {@code
 * fill.sql} in the folder of its test's resources, which fills its tables so that a scan would be dear; then all of its
 * {@code get_}, {@code list_} and {@code search_} statements are looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HotQueriesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/vesper/projection/read");
    private static final Path FILLS = Path.of("src/test/resources/dev/vesper/projection/read");
    private static final String QUERY = "(get|list|search)_.*\\.sql";

    private final Views views = new Views(AllProjections.list());

    @BeforeAll
    void fill() throws IOException {
        for (Path view : filled()) {
            views.run(Files.readString(view.resolve("fill.sql")));
        }
        views.run("ANALYZE");
    }

    @AfterAll
    void close() {
        views.close();
    }

    static Stream<String> queries() throws IOException {
        Stream.Builder<String> queries = Stream.builder();
        for (Path view : filled()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(view.getFileName()))) {
                files.filter(file -> file.getFileName().toString().matches(QUERY))
                        .map(file -> view.getFileName() + "/" + file.getFileName())
                        .sorted()
                        .forEach(queries::add);
            }
        }
        return queries.build();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void is_answered_by_indexes_alone(String query) throws IOException {
        String plan = views.plan(Files.readString(FOLDER.resolve(query)));

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oidcsessions/get_token_state", "sessions/get_session", "logouts/list_session_logouts"})
    void finds_an_end_by_its_whole_key_among_all_that_ever_ended(String query) throws IOException {
        String plan = views.plan(Files.readString(FOLDER.resolve(query + ".sql")));

        assertThat(plan).containsPattern("ended1_pkey on ended1.*\\n.*Index Cond: .*instance_id.*kind.*id");
    }

    private static List<Path> filled() throws IOException {
        try (Stream<Path> views = Files.list(FILLS)) {
            return views.filter(view -> Files.exists(view.resolve("fill.sql")))
                    .sorted()
                    .toList();
        }
    }
}
