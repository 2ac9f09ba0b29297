package dev.vesper.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Waits until a broker answers, or fails at once when its process has ended. */
final class KafkaReadiness {
    private static final int LONGEST_START_S = 60;
    private static final int LOOK_EVERY_MS = 50;

    private KafkaReadiness() {}

    static void await(int port, Process broker) {
        try {
            awaitListening(port, broker);
            awaitAnswer("127.0.0.1:" + port);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer on port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was starting", e);
        }
    }

    /** Without this, the client below would log each of its failed attempts. */
    private static void awaitListening(int port, Process broker) throws InterruptedException, TimeoutException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_S);
        while (!listens(port)) {
            if (broker.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Kafka ended with exit code " + broker.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka does not listen");
            }
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The port opens before the broker has taken part in its cluster; requests are held until it has. */
    private static void awaitAnswer(String bootstrapServers)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.describeCluster().nodes().get(LONGEST_START_S, TimeUnit.SECONDS);
        }
    }
}
