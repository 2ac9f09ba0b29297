package dev.vesper.projection.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sign-in, token check and page of the admin API asks must be found by an index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HotQueriesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/vesper/projection/read");

    private final Views views = new Views(AllProjections.list());

    @BeforeAll
    void fill() throws IOException {
        views.run(Files.readString(Path.of("src/test/resources/dev/vesper/projection/read/fill_views.sql")));
    }

    @AfterAll
    void close() {
        views.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apps/get_app",
                "apps/get_client",
                "apps/search_apps",
                "instances/get_instance",
                "instances/get_instance_by_host",
                "logouts/list_session_logouts",
                "oidcsessions/get_token_state",
                "projects/get_project",
                "projects/search_projects",
                "sessions/get_session",
                "sessions/search_sessions",
                "users/get_user",
                "users/get_user_by_login_name",
                "users/search_users",
                "webkeys/list_public_keys"
            })
    void is_answered_by_indexes_alone(String query) throws IOException {
        String plan = views.plan(Files.readString(FOLDER.resolve(query + ".sql")));

        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oidcsessions/get_token_state", "sessions/get_session", "logouts/list_session_logouts"})
    void finds_an_end_by_its_whole_key_among_all_that_ever_ended(String query) throws IOException {
        String plan = views.plan(Files.readString(FOLDER.resolve(query + ".sql")));

        assertThat(plan).containsPattern("ended1_pkey on ended1.*\\n.*Index Cond: .*instance_id.*kind.*id");
    }
}
