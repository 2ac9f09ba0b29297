package dev.vesper.eventstore.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the master key from where the configuration says it is. */
final class MasterKeySource {
    private MasterKeySource() {}

    static MasterKey load(KeySettings settings) {
        return new MasterKey(settings.masterKey()
                .or(() -> settings.masterKeyFile().map(MasterKeySource::read))
                .orElseThrow(() -> new IllegalArgumentException(
                        "set vesper.keys.master-key or vesper.keys.master-key-file: 32 bytes in base64")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("vesper.keys.master-key-file cannot be read: " + file, e);
        }
    }
}
