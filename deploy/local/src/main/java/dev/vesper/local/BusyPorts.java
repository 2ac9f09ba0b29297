package dev.vesper.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Looks whether the ports of a stack are free, before anything is started that would stumble over one. */
final class BusyPorts {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final StackOptions options;
    private final Map<String, String> settings;

    BusyPorts(StackOptions options, Map<String, String> settings) {
        this.options = options;
        this.settings = settings;
    }

    /**
     * @param patience how long to wait for a port to become free
     * @throws StackFailure that names the port and the flag that moves it
     */
    void check(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        options.ports().uses(options.demo()).forEach((port, who) -> {
            while (isOurs(port) && Ports.isBusy(port) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
            if (isOurs(port) && Ports.isBusy(port)) {
                throw new StackFailure("Port " + port + " for " + who + " is taken by another program;"
                        + " stop that, or move all ports with --port-base N (now "
                        + options.ports().base() + ")");
            }
        });
    }

    /** Servers that the environment names are not started here. */
    private boolean isOurs(int port) {
        return !(port == options.ports().postgres() && settings.containsKey("VESPER_POSTGRES_URL"))
                && !(port == options.ports().kafka() && settings.containsKey("VESPER_KAFKA_BOOTSTRAP"));
    }
}
