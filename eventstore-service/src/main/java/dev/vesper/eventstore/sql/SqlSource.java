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
    /** The {@code .sql} resources below {@code sql/}, each read once. */
    SqlSource RESOURCES = SqlSource.ofFolder("sql");

    /** @param name of the file with its folder, without its ending, for example {@code log/take_locks} */
    String text(String name);

    private static SqlSource ofFolder(String folder) {
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
