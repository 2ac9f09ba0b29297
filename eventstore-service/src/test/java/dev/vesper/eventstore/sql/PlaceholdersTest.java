package dev.vesper.eventstore.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlaceholdersTest {
    @Test
    void parameters_keep_their_numbers_wherever_and_however_often_they_stand() {
        assertThat(Placeholders.of("SELECT $2::text[], $1, $2, $10"))
                .isEqualTo(new Placeholders("SELECT ?::text[], ?, ?, ?", java.util.List.of(1, 0, 1, 9)));
    }
}
