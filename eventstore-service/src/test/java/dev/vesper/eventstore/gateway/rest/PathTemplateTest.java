package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathTemplateTest {
    @Test
    void a_variable_takes_one_segment() {
        var template = PathTemplate.parse("/v1/projects/{project_id}/apps/{app_id}/oidc");

        assertThat(template.match("/v1/projects/p1/apps/a1/oidc")).contains(Map.of("project_id", "p1", "app_id", "a1"));
        assertThat(template.variables()).containsExactly("project_id", "app_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users",
                "/v1/users/",
                "/v1/users/u1/",
                "/v1/users/u1/sessions",
                "/v1/users/u1:lock",
                "/v1//u1",
                "/V1/users/u1",
                "v1/users/u1",
                "/v1/users/%zz",
                "/x/v1/users/u1"
            })
    void what_is_not_the_path_does_not_match(String path) {
        assertThat(PathTemplate.parse("/v1/users/{user_id}").match(path)).isEmpty();
    }

    @Test
    void a_verb_is_a_part_of_the_path() {
        var template = PathTemplate.parse("/v1/users/{user_id}:lock");

        assertThat(template.match("/v1/users/u1:lock")).contains(Map.of("user_id", "u1"));
        assertThat(template.match("/v1/users/u1:unlock")).isEmpty();
        assertThat(template.match("/v1/users/u1")).isEmpty();
        assertThat(template.match("/v1/users/:lock")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a%20b,a b", "a%2Fb,a/b", "a%3Alock,a:lock", "a+b,a+b", "%C3%BC,ü"})
    void values_are_decoded_after_the_path_was_split(String raw, String value) {
        assertThat(PathTemplate.parse("/v1/users/{user_id}").match("/v1/users/" + raw))
                .contains(Map.of("user_id", value));
    }

    @Test
    void a_variable_may_span_segments() {
        assertThat(PathTemplate.parse("/v1/{name=projects/*/apps/*}:test").match("/v1/projects/p/apps/a:test"))
                .contains(Map.of("name", "projects/p/apps/a"));
        assertThat(PathTemplate.parse("/v1/{name=files/**}").match("/v1/files/a/b/c"))
                .contains(Map.of("name", "files/a/b/c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/users", "/v1/{user", "/v1/user}", "/v1/{User Id}", "/v1/{}"})
    void refuses_what_is_no_template(String text) {
        assertThatThrownBy(() -> PathTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
