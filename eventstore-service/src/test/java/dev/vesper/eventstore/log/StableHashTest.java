package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pods of different releases wait for each other at these hashes, and stored partitions come of them. */
final class StableHashTest {
    @Test
    void lines_have_the_hash_of_the_text_that_they_make() {
        assertThat(StableHash.ofLines("aggregate", "i1", "session", "s1"))
                .isEqualTo(StableHash.of("aggregate\ni1\nsession\ns1"));
        assertThat(StableHash.ofLines("", "")).isEqualTo(StableHash.of("\n"));
        assertThat(StableHash.ofLines("a", "b")).isNotEqualTo(StableHash.of("ab"));
    }
}
