package dev.vesper.local;

import dev.vesper.local.demo.DemoClient;
import dev.vesper.local.demo.DemoFile;
import dev.vesper.local.demo.DemoRegistration;
import dev.vesper.local.demo.RelyingParty;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Alpha and Beta, each in a process of its own. */
final class DemoApps implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final List<String> JVM = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final StackOptions options;
    private final Addresses addresses;
    private final StackListener listener;
    private final List<ChildProcess> processes = new ArrayList<>();

    private DemoApps(StackOptions options, StackListener listener) {
        this.options = options;
        this.addresses = new Addresses(options.ports(), options.externalUrl());
        this.listener = listener;
    }

    /** Registers both, starts them and returns when they answer. */
    static DemoApps start(StackOptions options, StackListener listener) {
        var demo = new DemoApps(options, listener);
        try {
            demo.startAll(demo.register());
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    /** What an earlier start registered. */
    static Optional<DemoFile> registered(DataDirectory data) {
        return Files.exists(data.demo())
                ? Optional.of(DemoFile.parse(DataDirectory.read(data.demo())))
                : Optional.empty();
    }

    @Override
    public void close() {
        Parallel.each(processes, process -> process.stop(STOP_LIMIT));
    }

    private DemoFile register() {
        var data = new DataDirectory(options.data());
        var origins = List.of(addresses.demoApp(0), addresses.demoApp(1));
        var registration = new DemoRegistration(
                addresses.admin(), DataDirectory.read(data.adminToken()), origins, new SecureRandom());
        var file = registration.register(registered(data));
        Secrets.write(data.demo(), file.json());
        return file;
    }

    private void startAll(DemoFile file) {
        long began = System.nanoTime();
        var clients = file.clients();
        for (int index = 0; index < clients.size(); index++) {
            processes.add(start(clients.get(index), clients.get(clients.size() - 1 - index)));
        }
        Parallel.each(
                List.of(0, 1),
                index -> Readiness.await(
                        processes.get(index),
                        URI.create(clients.get(index).origin() + "/health"),
                        options.startLimit()));
        listener.ready("demo apps", Duration.ofNanos(System.nanoTime() - began));
    }

    private ChildProcess start(DemoClient client, DemoClient peer) {
        var name = "demo-" + client.name().toLowerCase(Locale.ROOT);
        var log = new DataDirectory(options.data()).log(name);
        new LogFile(log).rotate();
        var process = ChildProcess.start(
                name, ThisProgram.command(RelyingParty.class, JVM, List.of()), environment(client, peer), log);
        process.onExit(() -> {
            if (!process.isExpectedToEnd()) {
                listener.ended(name, "exit code " + process.exitCode() + "; see " + log);
            }
        });
        return process;
    }

    private Map<String, String> environment(DemoClient client, DemoClient peer) {
        var environment = new HashMap<>(RelyingParty.environment(addresses.issuer(), client, peer));
        environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
        return environment;
    }
}
