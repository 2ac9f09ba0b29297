package dev.vesper.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class BackingTest {
    @Test
    void gives_each_caller_a_database_of_its_own() throws SQLException {
        var one = Backing.database();
        var other = Backing.database();

        assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
        try (var connection = DriverManager.getConnection(one.jdbcUrl())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void gives_each_caller_a_topic_of_its_own() {
        assertThat(Backing.topic(3)).isNotEqualTo(Backing.topic(3));
    }
}
