package dev.vesper.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that comes with the program. */
record Asset(String name, String type) implements Endpoint {
    @Override
    public void answer(Call call) throws IOException {
        call.send(200, type, text(name));
    }

    static String text(String name) {
        try (var in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
