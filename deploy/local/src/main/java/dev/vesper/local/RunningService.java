package dev.vesper.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One service of a stack, through all the processes that it lives in. */
final class RunningService {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Service service;
    private final Path jar;
    private final Path log;
    private final URI ready;
    private final UnaryOperator<Map<String, String>> environment;
    private final Consumer<RunningService> onUnexpectedEnd;
    private @Nullable ChildProcess process;

    /**
     * @param environment gives the process's whole environment, from what is extra for one start
     * @param onUnexpectedEnd told when the process ends that nobody stopped
     */
    RunningService(
            Service service,
            StackOptions options,
            UnaryOperator<Map<String, String>> environment,
            Consumer<RunningService> onUnexpectedEnd) {
        this(
                service,
                service.jar(options.home()),
                new DataDirectory(options.data()).log(service.module()),
                new Addresses(options.ports(), options.externalUrl()).management(service),
                environment,
                onUnexpectedEnd);
    }

    private RunningService(
            Service service,
            Path jar,
            Path log,
            URI management,
            UnaryOperator<Map<String, String>> environment,
            Consumer<RunningService> onUnexpectedEnd) {
        this.service = service;
        this.jar = jar;
        this.log = log;
        this.ready = management.resolve("/q/health/ready");
        this.environment = environment;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    /** One more of the same service, on ports of its own. */
    RunningService another(Ports ports) {
        int managementPort = ports.anotherManagement(service);
        UnaryOperator<Map<String, String>> its = extra -> {
            var all = new HashMap<>(extra);
            all.put("QUARKUS_HTTP_PORT", Integer.toString(ports.another(service)));
            all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
            return environment.apply(all);
        };
        return new RunningService(
                service,
                jar,
                log.resolveSibling("another-" + log.getFileName()),
                URI.create("http://localhost:" + managementPort),
                its,
                _ -> {});
    }

    Service service() {
        return service;
    }

    synchronized ChildProcess process() {
        if (process == null) {
            throw new IllegalStateException(service.module() + " was never started");
        }
        return process;
    }

    /** Starts it, without waiting until it is ready. */
    synchronized void start(Map<String, String> extra) {
        if (!Files.exists(jar)) {
            throw new StackFailure(service.module() + " is not built (" + jar + " is missing); run ./vesper build");
        }
        new LogFile(log).rotate();
        var started = ChildProcess.start(service.module(), command(), environment.apply(extra), log);
        process = started;
        started.onExit(() -> {
            if (!started.isExpectedToEnd()) {
                onUnexpectedEnd.accept(this);
            }
        });
    }

    /** @throws StackFailure with the end of its log when it ends or takes longer than the limit */
    void awaitReady(Duration limit) {
        Readiness.await(process(), ready, limit);
    }

    boolean isReady() {
        return process().isAlive() && Readiness.isOk(ready);
    }

    void stop() {
        if (process != null) {
            process().stop(STOP_LIMIT);
        }
    }

    private List<String> command() {
        return List.of(
                ThisProgram.java(),
                "-Xmx" + service.heapMiB() + "m",
                // Two or three cores carry the whole stack: one collector thread per service is plenty.
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString());
    }
}
