package dev.vesper.eventstore.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** The token that the first start left for the admin. */
final class AdminToken {
    private AdminToken() {}

    static String read() {
        var directory = ConfigProvider.getConfig().getValue("vesper.setup.data-dir", Path.class);
        try {
            return Files.readString(directory.resolve("admin.token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
