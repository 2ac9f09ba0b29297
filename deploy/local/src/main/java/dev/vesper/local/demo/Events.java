package dev.vesper.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Tells an open page at once when what it shows is no longer so (server-sent events). */
record Events(App app) implements Endpoint {
    private static final int HEARTBEAT_S = 15;

    @Override
    public void answer(Call call) throws Exception {
        var key = app.visitorKey(call);
        var exchange = call.exchange();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        var changes = app.visitors().watch(key);
        try {
            // The page compares this with what it shows, so nothing that came in between is missed.
            write(call, key);
            while (true) {
                var changed = changes.tryAcquire(HEARTBEAT_S, TimeUnit.SECONDS);
                changes.drainPermits();
                write(call, changed ? key : "");
            }
        } catch (IOException e) {
            // The page was closed.
        } finally {
            app.visitors().unwatch(key, changes);
        }
    }

    /** With an empty key, a comment that shows whether anybody still listens. */
    private void write(Call call, String key) throws IOException {
        var text = key.isEmpty()
                ? ": still here\n\n"
                : "event: state\ndata: " + HomeView.state(app.visitors().get(key)) + "\n\n";
        var out = call.exchange().getResponseBody();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
