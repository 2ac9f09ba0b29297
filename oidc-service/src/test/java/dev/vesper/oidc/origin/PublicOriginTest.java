package dev.vesper.oidc.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.oidc.http.PageProblem;
import org.junit.jupiter.api.Test;

/** RFC 6454, section 6.2. */
final class PublicOriginTest {
    @Test
    void the_schemes_own_port_is_left_out_and_the_host_is_lower_case() {
        assertThat(PublicOrigin.of("https", "ID.example.com:443")).hasToString("https://id.example.com");
        assertThat(PublicOrigin.of("http", "localhost:8080")).hasToString("http://localhost:8080");
        assertThat(PublicOrigin.parse("https://id.example.com/")).hasToString("https://id.example.com");
    }

    @Test
    void a_host_header_that_is_no_host_is_refused() {
        for (String authority : new String[] {"", "user@host", "a b", "host:x", "host/path"}) {
            assertThatExceptionOfType(PageProblem.class).isThrownBy(() -> PublicOrigin.of("http", authority));
        }
    }

    @Test
    void an_external_url_with_a_path_is_a_mistake() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PublicOrigin.parse("https://id.example.com/oidc"));
    }
}
