package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What the services share that nobody else may know.
 *
 * @param internalCredential what internal calls carry
 * @param masterKey 32 bytes in base64, under which secrets in the database are encrypted
 */
record Secrets(String internalCredential, String masterKey) {
    private static final int BYTES = 32;

    /** Takes them from the environment or the data directory, and makes what is missing at the first start. */
    static Secrets of(DataDirectory data, Map<String, String> environment, RandomGenerator random) {
        var credential = Optional.ofNullable(environment.get("VESPER_INTERNAL_CREDENTIAL"))
                .orElseGet(() -> kept(data.internalCredential(), random));
        return new Secrets(credential, masterKey(data, environment, random));
    }

    private static String masterKey(DataDirectory data, Map<String, String> environment, RandomGenerator random) {
        var given = Stream.of("VESPER_KEYS_MASTER_KEY", "VESPER_MASTER_KEY")
                .map(environment::get)
                .filter(Objects::nonNull)
                .findFirst();
        if (given.isPresent()) {
            return given.get();
        }
        if (!Files.exists(data.masterKey()) && !data.isFresh()) {
            throw new StackFailure("The data in " + data.root() + " is encrypted with a master key that is gone;"
                    + " put it back as " + data.masterKey() + " or set VESPER_MASTER_KEY");
        }
        return kept(data.masterKey(), random);
    }

    private static String kept(Path file, RandomGenerator random) {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            write(file, Base64.getEncoder().encodeToString(bytes));
        }
        return DataDirectory.read(file);
    }

    /** Replaces the file as a whole, so that no crash leaves half of it; only its owner may read it. */
    static void write(Path file, String text) {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, onlyOwner);
            Files.writeString(next, text + "\n", StandardOpenOption.WRITE);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
