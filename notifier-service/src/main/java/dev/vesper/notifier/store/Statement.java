package dev.vesper.notifier.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One SQL statement, kept in a file of its own that is named for what it does. */
public record Statement(String name, String text) {
    public static Statement named(String name) {
        try (InputStream file = Statement.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("no statement sql/" + name + ".sql");
            }
            return new Statement(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("sql/" + name + ".sql", e);
        }
    }
}
