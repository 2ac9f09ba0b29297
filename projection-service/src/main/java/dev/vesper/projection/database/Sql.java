package dev.vesper.projection.database;

import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One statement from a resource beside the class that uses it. A missing one stops that class from loading. */
public final class Sql {
    private final String text;

    private Sql(String text) {
        this.text = text;
    }

    /** @param name of the file, without its ending */
    public static Sql of(Class<?> user, String name) {
        try (var resource = user.getResourceAsStream(name + ".sql")) {
            if (resource == null) {
                throw new IllegalArgumentException("no " + name + ".sql beside " + user.getName());
            }
            return new Sql(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql", e);
        }
    }

    public String text() {
        return text;
    }

    /** @param parameters $1, $2 and so on; times, durations (as milliseconds) and lists of text are converted */
    public Change with(@Nullable Object... parameters) {
        return new Change(text, tuple(parameters));
    }

    static Tuple tuple(@Nullable Object... parameters) {
        return Tuple.wrap(Arrays.stream(parameters).map(Parameters::toDatabase).toArray());
    }
}
