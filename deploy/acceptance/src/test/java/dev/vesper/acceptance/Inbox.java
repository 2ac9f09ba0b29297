package dev.vesper.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** The back-channel endpoint of one relying party: notes every request before it answers. This is what 'told' is counted by. */
final class Inbox implements HttpHandler {
    private final URI uri;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
    private volatile Answer otherwise = Answer.status(200);

    Inbox(URI uri) {
        this.uri = uri;
    }

    URI uri() {
        return uri;
    }

    /** In the order of their coming. */
    List<Told> told() {
        return List.copyOf(told);
    }

    /** The next so many requests are answered like this. */
    void answersFirst(int times, Answer answer) {
        for (int time = 0; time < times; time++) {
            next.add(answer);
        }
    }

    void answers(Answer answer) {
        otherwise = answer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        told.add(new Told(
                System.nanoTime(),
                exchange.getRequestMethod(),
                Optional.ofNullable(headers.getFirst("Content-Type")).orElse(""),
                Optional.ofNullable(headers.getFirst("traceparent")),
                Forms.parse(body)));
        Optional.ofNullable(next.poll()).orElse(otherwise).to(exchange);
    }
}
