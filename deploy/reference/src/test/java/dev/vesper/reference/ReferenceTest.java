package dev.vesper.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is generated stands in the repository; run with {@code -Dvesper.docs.write=true} to write it anew. */
final class ReferenceTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<ConfigKey> KEYS = ConfigReference.keys(ROOT);

    @Test
    void theReferencePageIsWhatTheInterfacesSay() throws IOException {
        pin(ROOT.resolve("docs/configuration.md"), ReferencePage.render(KEYS));
    }

    @Test
    void theServicesKnowEachOthersKeys() throws IOException {
        String names = KEYS.stream().map(ConfigKey::name).distinct().collect(joining("\n", "", "\n"));
        pin(ROOT.resolve("shared-events/src/main/resources/dev/vesper/config/keys.txt"), names);
    }

    @Test
    void everyKeySaysWhatItIs() {
        assertThat(KEYS)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.description()).as(key.name()).isNotEmpty());
    }

    private static void pin(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("vesper.docs.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }
}
