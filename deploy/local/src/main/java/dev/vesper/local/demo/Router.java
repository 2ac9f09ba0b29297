package dev.vesper.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Gives each request to the endpoint that {@code METHOD /path} names. */
final class Router implements HttpHandler {
    private final Map<String, Endpoint> endpoints;
    private final AppSettings settings;

    Router(Map<String, Endpoint> endpoints, AppSettings settings) {
        this.endpoints = Map.copyOf(endpoints);
        this.settings = settings;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = new Call(exchange);
        var route = call.method() + " " + call.uri().getPath();
        try {
            endpoints.getOrDefault(route, this::notFound).answer(call);
        } catch (SignInRefused e) {
            call.html(400, ErrorView.render(settings, e.title(), e.reason()));
        } catch (Exception e) {
            failed(call, route, e);
        } finally {
            exchange.close();
        }
    }

    private void notFound(Call call) throws IOException {
        call.html(
                404,
                ErrorView.render(settings, "There is no such page", call.uri().getPath()));
    }

    private void failed(Call call, String route, Exception e) throws IOException {
        System.err.println(route + " failed: " + e);
        if (call.exchange().getResponseCode() == -1) {
            call.html(502, ErrorView.render(settings, "That did not work", String.valueOf(e.getMessage())));
        }
    }
}
