package dev.vesper.projection.given;

import dev.vesper.projection.engine.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every projection of the service, found as the container finds them: by what lies in the folders. */
public final class AllProjections {
    private static final Path SOURCES = Path.of("src/main/java");

    private AllProjections() {}

    public static List<Projection> list() {
        try (var files = Files.walk(SOURCES.resolve("dev/vesper/projection/read"))) {
            return files.filter(file -> file.toString().endsWith("Projection.java"))
                    .sorted()
                    .map(AllProjections::instance)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the projections", e);
        }
    }

    private static Projection instance(Path source) {
        String path = SOURCES.relativize(source).toString();
        String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Projection) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + name, e);
        }
    }
}
