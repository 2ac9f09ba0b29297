package dev.vesper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresUrlTest {
    @Test
    void gives_both_pools_the_place_and_keeps_the_password_out_of_it() {
        assertThat(PostgresUrl.keys("postgresql://vesper:p%40ss+word@db.example:5433/log?sslmode=require"))
                .isEqualTo(Map.of(
                        "quarkus.datasource.reactive.url", "postgresql://db.example:5433/log?sslmode=require",
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example:5433/log?sslmode=require",
                        "quarkus.datasource.username", "vesper",
                        "quarkus.datasource.password", "p@ss+word"));
    }

    @Test
    void leaves_user_and_password_to_others_where_the_url_has_none() {
        assertThat(PostgresUrl.keys("postgresql://db.example/log"))
                .containsOnlyKeys("quarkus.datasource.reactive.url", "quarkus.datasource.jdbc.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://u:secret@h/d", "mysql://u:secret@h/d", "postgresql://u:secret@h", "secret"})
    void refuses_what_it_does_not_understand_without_repeating_the_password(String url) {
        assertThatThrownBy(() -> PostgresUrl.keys(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vesper.postgres.url")
                .hasMessageNotContaining("secret");
    }
}
