package dev.vesper.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The ports of one stack, all on loopback and all relative to one base: services from the base on, PostgreSQL and Kafka at +5
 * and +6, management from +10 on, the demo apps from +20 on.
 */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;

    private static final int LOWEST_BASE = 1024;
    private static final int HIGHEST_BASE = 65_500;
    private static final int DEMO_APPS = 2;
    private static final int LONGEST_SEARCH = 200;

    public Ports {
        if (base < LOWEST_BASE || base > HIGHEST_BASE) {
            throw new StackFailure(
                    "--port-base must lie between " + LOWEST_BASE + " and " + HIGHEST_BASE + ", not " + base);
        }
    }

    /** A base whose ports were all free a moment ago, for tests that run beside others. */
    public static Ports free(RandomGenerator random) {
        for (int attempt = 0; attempt < LONGEST_SEARCH; attempt++) {
            // Below the range from which Linux takes the ports of outgoing connections.
            var ports = new Ports(random.nextInt(12_000, 32_000));
            if (ports.uses(true).keySet().stream().noneMatch(Ports::isBusy)) {
                return ports;
            }
        }
        throw new StackFailure("No free ports found between 12000 and 32000");
    }

    public int of(Service service) {
        return base + service.offset();
    }

    public int management(Service service) {
        return base + 10 + service.offset();
    }

    /** Of a second process of the service. */
    public int another(Service service) {
        return base + 30 + service.offset();
    }

    public int anotherManagement(Service service) {
        return base + 40 + service.offset();
    }

    public int postgres() {
        return base + 5;
    }

    public int kafka() {
        return base + 6;
    }

    /** @param index 0 for Alpha, 1 for Beta */
    public int demoApp(int index) {
        return base + 20 + index;
    }

    /** Each port with the name of who listens there. */
    Map<Integer, String> uses(boolean demo) {
        var uses = new LinkedHashMap<Integer, String>();
        for (var service : Service.values()) {
            uses.put(of(service), service.module());
            uses.put(management(service), "the management port of " + service.module());
        }
        uses.put(postgres(), "PostgreSQL");
        uses.put(kafka(), "Kafka");
        for (int index = 0; demo && index < DEMO_APPS; index++) {
            uses.put(demoApp(index), "the demo apps");
        }
        return uses;
    }

    static boolean isBusy(int port) {
        try (var socket = new ServerSocket()) {
            // Connections of a server that has just ended linger; its port is free all the same.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (BindException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
