package dev.vesper.eventstore.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives statements by name. Tests put altered ones in between, to see that the suite would notice. */
@FunctionalInterface
public interface SqlSource {
    /** @param name of the file without its ending */
    String text(String name);

    /** The {@code .sql} resources of a folder of the class path, each read once. */
    static SqlSource ofFolder(String folder) {
        Map<String, String> known = new ConcurrentHashMap<>();
        return name -> known.computeIfAbsent(name, n -> read("/" + folder + "/" + n + ".sql"));
    }

    private static String read(String resource) {
        try (InputStream in = SqlSource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no statement " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
