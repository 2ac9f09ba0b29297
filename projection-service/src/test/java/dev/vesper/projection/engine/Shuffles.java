package dev.vesper.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.given.History;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Partitions and batches keep the order of a key and nothing else. So the rows must be the same, whichever key comes first. */
public final class Shuffles {
    private static final long SEED = 20_260_101;
    private static final int SHUFFLES = 5;

    private Shuffles() {}

    /**
     * Applies a history in the order of the log, and then again and again with keys taking turns at random.
     *
     * @param tables that the history must fill, without their schema; so that nobody compares nothing with nothing
     */
    public static void giveTheSameRows(Consumer<History> life, String... tables) {
        Random random = new Random(SEED);
        try (ReadSide readSide = new ReadSide()) {
            life.accept(readSide.history());
            readSide.apply();
            List<RecordedEvent> history = readSide.history().events();
            Map<String, List<String>> inOrder = rows(readSide);
            for (String table : tables) {
                assertThat(inOrder.get(table)).as(table).isNotEmpty();
            }
            for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
                readSide.forget();
                readSide.applyShuffled(history, random);
                assertThat(rows(readSide))
                        .as("seed %d, shuffle %d", SEED, shuffle)
                        .isEqualTo(inOrder);
            }
        }
    }

    private static Map<String, List<String>> rows(ReadSide readSide) {
        assertThat(readSide.views().rows("projections.parked_aggregates")).isEmpty();
        return readSide.rows();
    }
}
