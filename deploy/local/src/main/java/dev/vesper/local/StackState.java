package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What other processes need to know of a stack that runs, kept in its data directory while it does. */
record StackState(int portBase, Optional<String> externalUrl, boolean demo) {
    Addresses addresses() {
        return new Addresses(new Ports(portBase), externalUrl);
    }

    record File(Path path) {
        boolean exists() {
            return Files.exists(path);
        }

        StackState read() {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new StackState(
                    Integer.parseInt(properties.getProperty("port-base")),
                    Optional.ofNullable(properties.getProperty("external-url")),
                    Boolean.parseBoolean(properties.getProperty("demo")));
        }

        void write(StackState state) {
            var lines = "port-base=" + state.portBase + "\ndemo=" + state.demo + "\n"
                    + state.externalUrl.map(url -> "external-url=" + url + "\n").orElse("");
            try {
                Files.writeString(path, lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void delete() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
