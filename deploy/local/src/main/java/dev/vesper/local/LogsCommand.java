package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the log of one service, or of all, until Ctrl-C. */
final class LogsCommand {
    private static final int LINES_BEFORE = 100;

    private final DataDirectory data;
    private final Optional<String> service;

    LogsCommand(DataDirectory data, Optional<String> service) {
        this.data = data;
        this.service = service;
    }

    int run() {
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(LINES_BEFORE), "-F"));
        files().forEach(file -> command.add(file.toString()));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    List<Path> files() {
        var all = all();
        if (all.isEmpty()) {
            throw new StackFailure("No logs in " + data.logs() + "; start Vesper with ./vesper up, or name --data DIR");
        }
        return service.map(name -> List.of(named(name, all))).orElse(all);
    }

    private static Path named(String name, List<Path> all) {
        var module = Service.named(name).map(Service::module).orElse(name);
        return all.stream()
                .filter(file -> file.endsWith(module + ".log"))
                .findFirst()
                .orElseThrow(() -> new StackFailure("No log of '" + name + "'; there are "
                        + all.stream()
                                .map(file -> file.getFileName().toString().replace(".log", ""))
                                .collect(Collectors.joining(", "))));
    }

    private List<Path> all() {
        if (!Files.isDirectory(data.logs())) {
            return List.of();
        }
        try (var files = Files.list(data.logs())) {
            return Stream.concat(files, Stream.of(data.kafka().resolve("kafka.log")))
                    .filter(file -> file.toString().endsWith(".log") && Files.exists(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
