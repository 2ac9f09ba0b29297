package dev.vesper.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The log is for ever: what was once written must be read. A golden file per type and revision holds the JSON byte for
 * byte. After adding a type, run with {@code -Dvesper.golden.write=true} once and look at the new file before you commit it.
 */
final class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final EventCodec CODEC = new EventCodec((instanceId, userId) -> Optional.empty());

    static Stream<EventType<?>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isWrittenAsItsGoldenFileSays(EventType<?> type) throws IOException {
        String written = EventCodec.plain(SampleEvents.of(type));
        if (Boolean.getBoolean("vesper.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file(type), written + "\n");
        }
        assertThat(written + "\n").isEqualTo(Files.readString(file(type), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isReadFromItsGoldenFile(EventType<?> type) throws IOException {
        RecordedEvent recorded = Recorded.of(type, Files.readString(file(type)).strip());
        assertThat(CODEC.decode(recorded)).isEqualTo(SampleEvents.of(type));
    }

    @Test
    void noGoldenFileIsLeftWithoutItsType() throws IOException {
        Set<String> expected =
                types().map(type -> file(type).getFileName().toString()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Path file(EventType<?> type) {
        return GOLDEN.resolve(type.name() + ".r" + type.revision() + ".json");
    }
}
