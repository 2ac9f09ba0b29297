package dev.vesper.acceptance;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How a relying party's back-channel endpoint reacts to a request that it has read and noted. */
@FunctionalInterface
interface Answer {
    long LONGEST_HANG_S = 60;

    void to(HttpExchange exchange) throws IOException;

    static Answer status(int code) {
        return exchange -> {
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            exchange.sendResponseHeaders(code, -1);
            exchange.close();
        };
    }

    /** Closes the connection without a word. */
    static Answer refusal() {
        return HttpExchange::close;
    }

    /** Says nothing until it is released, and closes the connection then. */
    static Answer silence(CountDownLatch release) {
        return exchange -> {
            try {
                var _ = release.await(LONGEST_HANG_S, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        };
    }
}
