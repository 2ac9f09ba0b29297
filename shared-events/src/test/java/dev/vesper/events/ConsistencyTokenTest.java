package dev.vesper.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsistencyTokenTest {
    private static final ConsistencyToken TOKEN =
            new ConsistencyToken(Map.of(3, new Cursor(100, 2), 7, new Cursor(100, 0)));

    @Test
    void isReadAsItWasWritten() {
        assertThat(ConsistencyToken.decode(TOKEN.encode())).isEqualTo(TOKEN);
        assertThat(ConsistencyToken.decode("")).isEqualTo(ConsistencyToken.NONE);
        assertThat(ConsistencyToken.NONE.encode()).isEmpty();
    }

    @Test
    void joinsTwoWritesByTheLaterMarkPerPartition() {
        ConsistencyToken later = new ConsistencyToken(Map.of(3, new Cursor(100, 5), 1, new Cursor(4, 0)));
        assertThat(TOKEN.and(later).marks())
                .isEqualTo(Map.of(3, new Cursor(100, 5), 7, new Cursor(100, 0), 1, new Cursor(4, 0)));
    }

    @Test
    void refusesWhatItDidNotMake() {
        assertThatThrownBy(() -> ConsistencyToken.decode("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConsistencyToken.decode("%%")).isInstanceOf(IllegalArgumentException.class);
    }
}
