package dev.vesper.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** One of the four services: where its build lies, and where it listens relative to the port base. */
public enum Service {
    EVENTSTORE("eventstore-service", 1, 384),
    PROJECTION("projection-service", 2, 320),
    NOTIFIER("notifier-service", 3, 320),
    OIDC("oidc-service", 0, 320);

    private final String module;
    private final int offset;
    private final int heapMiB;

    Service(String module, int offset, int heapMiB) {
        this.module = module;
        this.offset = offset;
        this.heapMiB = heapMiB;
    }

    /** The name of its module, of its process and of its log file. */
    public String module() {
        return module;
    }

    /** Finds a service by its module's name, or by that without {@code -service}. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.module.equals(name) || service.module.equals(name + "-service"))
                .findFirst();
    }

    int offset() {
        return offset;
    }

    int heapMiB() {
        return heapMiB;
    }

    Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
