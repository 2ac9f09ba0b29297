package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** The log of one process. */
record LogFile(Path path) {
    private static final long ROTATE_AT_BYTES = 20_000_000;

    /** Moves a large log of earlier runs aside, of which one is kept. */
    void rotate() {
        try {
            if (Files.exists(path) && Files.size(path) > ROTATE_AT_BYTES) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, indented for a message. */
    String tail(int lines) {
        return lines().reversed().stream().limit(lines).toList().reversed().stream()
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    private List<String> lines() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            // Whoever died while writing may have left half a character.
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
