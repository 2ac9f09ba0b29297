package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies where in the directory that keeps all state of one stack. */
public record DataDirectory(Path root) {
    /** The password of the user {@code admin}; eventstore-service writes it at its first start. */
    public Path adminPassword() {
        return root.resolve("admin.password");
    }

    /** The admin's personal access token; eventstore-service writes it at its first start. */
    public Path adminToken() {
        return root.resolve("admin.token");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path masterKey() {
        return root.resolve("master.key");
    }

    Path internalCredential() {
        return root.resolve("internal.credential");
    }

    /** Names the process that holds the directory, and is locked by it. */
    Path lock() {
        return root.resolve("vesper.pid");
    }

    /** What {@code status} and {@code down} need to know of a stack that runs. */
    Path state() {
        return root.resolve("vesper.properties");
    }

    /** The clients and the user of the demo. */
    Path demo() {
        return root.resolve("demo.json");
    }

    boolean isFresh() {
        return !Files.exists(adminPassword());
    }

    void create() {
        try {
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + root + "; choose another directory with --data DIR", e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
