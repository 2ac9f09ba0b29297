package dev.vesper.oidc.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser without JavaScript: it keeps cookies, fills in forms, and shows redirects instead of following them. */
public final class Browser implements AutoCloseable {
    private final URI home;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Browser(URI home) {
        this.home = home;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** Sends it with every request from now on. */
    public Browser withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Page get(String location) {
        return send(request(location).GET());
    }

    public Page post(String location, Map<String, String> fields) {
        return post(location, encode(fields));
    }

    public Page post(String location, String form) {
        return send(request(location)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Goes where a redirect of ours leads. */
    public Page follow(Page redirect) {
        return get(redirect.location());
    }

    public Page submit(Page page, String formId, Map<String, String> fields) {
        Form form = page.form(formId);
        Map<String, String> all = new LinkedHashMap<>(form.hidden());
        all.putAll(fields);
        return post(form.action(), all);
    }

    @Override
    public void close() {
        http.close();
    }

    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }

    private HttpRequest.Builder request(String location) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(home.resolve(location)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(joining("; ")));
        }
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Page(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
}
