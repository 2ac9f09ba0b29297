package dev.vesper.local.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;

/** One of the two apps of the demo: an HTTP server that knows Vesper by its issuer alone. */
public final class RelyingParty {
    private RelyingParty() {}

    public static void main(String[] words) throws IOException {
        var app = new App(AppSettings.of(System.getenv()), InstantSource.system());
        System.out.println(
                app.settings().name() + " listens on " + app.settings().client().origin());
        new Rehearsal(app).run();
        serve(app).start();
    }

    /** What its process needs to know. */
    public static Map<String, String> environment(String issuer, DemoClient client, DemoClient peer) {
        return AppSettings.environment(issuer, client, peer);
    }

    static HttpServer serve(App app) throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), app.settings().port());
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Router(endpoints(app), app.settings()));
        return server;
    }

    private static Map<String, Endpoint> endpoints(App app) {
        return Map.ofEntries(
                Map.entry("GET /", new Home(app)),
                Map.entry("GET /login", new Login(app)),
                Map.entry("GET /callback", new Callback(app)),
                Map.entry("POST /logout", new Logout(app)),
                Map.entry("GET /signed-out", new SignedOutReturn(app)),
                Map.entry("POST /backchannel", new BackChannel(app)),
                Map.entry("GET /events", new Events(app)),
                Map.entry("GET /health", call -> call.send(200, "text/plain", "ready\n")),
                Map.entry("GET /icon.svg", new Asset("icon.svg", "image/svg+xml")),
                Map.entry("GET /style.css", new Asset("style.css", "text/css")),
                Map.entry("GET /page.js", new Asset("page.js", "text/javascript")));
    }
}
