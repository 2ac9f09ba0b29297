package dev.vesper.benchmark;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two apps that are down, each in its way: one takes requests and never answers, one refuses connections. */
final class DeadApps implements AutoCloseable {
    private static final int LONGEST_QUEUE = 1024;

    private final HttpServer hanging;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int refusing;

    DeadApps() throws IOException {
        hanging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LONGEST_QUEUE);
        hanging.setExecutor(threads);
        hanging.createContext("/", exchange -> hang());
        hanging.start();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refusing = taken.getLocalPort();
        }
    }

    List<URI> homes() {
        return List.of(
                URI.create("http://localhost:" + hanging.getAddress().getPort() + "/hanging"),
                URI.create("http://localhost:" + refusing + "/refusing"));
    }

    @Override
    public void close() {
        closed.countDown();
        hanging.stop(0);
        threads.shutdownNow();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
