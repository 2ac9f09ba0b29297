package dev.vesper.eventstore.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/**
 * The admin's first password and token as files that only the owner reads. They are written under a pending name before
 * the push and get their own after it, so a crash in between loses nothing.
 */
final class AdminFiles {
    private static final String PASSWORD = "admin.password";
    private static final String TOKEN = "admin.token";
    private static final String PENDING = ".pending";

    private final Path directory;

    AdminFiles(Path directory) {
        this.directory = directory;
    }

    /** @param attempt no other start has it */
    void writePending(String attempt, String password, String token) {
        try {
            Files.createDirectories(directory);
            write(pending(PASSWORD, attempt), password);
            write(pending(TOKEN, attempt), token);
        } catch (IOException e) {
            throw new UncheckedIOException("vesper.setup.data-dir cannot be written: " + directory, e);
        }
    }

    /**
     * Gives the files of the start that was written their names, and deletes those of the others.
     *
     * @param isWritten whether a token is good
     */
    void settle(Predicate<String> isWritten) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> tokens = Files.newDirectoryStream(directory, TOKEN + ".*" + PENDING)) {
            for (Path token : tokens) {
                settle(token, isWritten);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("vesper.setup.data-dir cannot be written: " + directory, e);
        }
    }

    private void settle(Path token, Predicate<String> isWritten) throws IOException {
        String name = String.valueOf(token.getFileName());
        String attempt = name.substring(TOKEN.length() + 1, name.length() - PENDING.length());
        Path password = pending(PASSWORD, attempt);
        if (isWritten.test(Files.readString(token).strip())) {
            move(password, PASSWORD);
            move(token, TOKEN);
        } else {
            Files.deleteIfExists(password);
            Files.deleteIfExists(token);
        }
    }

    /** Two starts may settle the same files; what the other has moved is in its place. */
    private void move(Path pending, String name) throws IOException {
        if (Files.exists(pending)) {
            Files.move(
                    pending,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path pending(String name, String attempt) {
        return directory.resolve(name + "." + attempt + PENDING);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n");
    }
}
