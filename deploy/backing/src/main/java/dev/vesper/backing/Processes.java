package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** The servers of this test JVM as child processes, on directories that go with it. */
final class Processes {
    /** A test's data need not survive the machine, and waiting for its disk is most of a test's time. */
    private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");

    private Processes() {}

    static Database postgres() {
        var directory = temporary("vesper-postgres");
        var server = EmbeddedPostgres.start(directory, 0, FAST);
        atExit(server::close, directory);
        return new Database("127.0.0.1", server.port(), "postgres", "postgres", "postgres");
    }

    static String kafka() {
        var directory = temporary("vesper-kafka");
        var broker = EmbeddedKafka.start(directory, 0);
        // Nobody reads the data again, so there is nothing to shut down in good order.
        atExit(broker::kill, directory);
        return broker.bootstrapServers();
    }

    private static void atExit(Runnable stop, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            delete(directory);
        }));
    }

    private static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + directory, e);
        }
    }
}
