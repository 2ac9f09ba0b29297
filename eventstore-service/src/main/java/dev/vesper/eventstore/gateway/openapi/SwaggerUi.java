package dev.vesper.eventstore.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A page around Swagger UI, whose files Quarkus serves out of its jar, so that it works without the internet. */
record SwaggerUi(String page, String script) {
    private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    static SwaggerUi fromClassPath() {
        try {
            return new SwaggerUi(read("docs.html").replace("{version}", version()), read("docs.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() throws IOException {
        try (var file = open(VERSION)) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }

    private static String read(String name) throws IOException {
        try (var file = open("/dev/vesper/eventstore/gateway/openapi/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) {
        var file = SwaggerUi.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("not on the class path: " + resource);
        }
        return file;
    }
}
