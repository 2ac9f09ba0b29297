package dev.vesper.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** A browser without JavaScript: it keeps cookies, follows redirects and fills in forms. */
final class Browser {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 10;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(ANSWER_LIMIT)
            .build();

    /** It is somebody else's from now on. */
    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    Page open(URI uri) throws IOException, InterruptedException {
        return follow(uri, get(uri));
    }

    /** One request, whose redirect is not followed. */
    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(request(uri).build(), BodyHandlers.ofString());
    }

    /** The lines of an answer that goes on. */
    Stream<String> lines(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines())
                .body();
    }

    /** Fills in a form, whose hidden fields keep what they have, and sends it. */
    Page submit(Page page, String selector, Map<String, String> typed) throws IOException, InterruptedException {
        if (!page.has(selector)) {
            throw new IllegalStateException("no " + selector + " on " + page);
        }
        var form = (FormElement) page.document().expectFirst(selector);
        typed.forEach(
                (name, value) -> form.expectFirst("input[name=" + name + "]").val(value));
        var body = form.formData().stream()
                .map(field -> Forms.field(field.key(), field.value()))
                .collect(Collectors.joining("&"));
        var action = URI.create(form.absUrl("action"));
        var request = request(action)
                .header("Content-Type", Forms.TYPE)
                .header("Origin", action.getScheme() + "://" + action.getAuthority())
                .POST(BodyPublishers.ofString(body));
        return follow(action, http.send(request.build(), BodyHandlers.ofString()));
    }

    private Page follow(URI uri, HttpResponse<String> answer) throws IOException, InterruptedException {
        var here = uri;
        var current = answer;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var location = current.headers().firstValue("Location");
            if (current.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(here, Jsoup.parse(current.body(), here.toString()));
            }
            here = here.resolve(location.get());
            current = get(here);
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects from " + uri + ", last to " + here);
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).header("Accept", "text/html");
    }
}
