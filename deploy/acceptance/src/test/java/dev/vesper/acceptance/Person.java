package dev.vesper.acceptance;

import com.nimbusds.oauth2.sdk.id.State;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person with a browser that has no JavaScript: it keeps cookies, follows redirects within the provider, and stops where it
 * would leave for a relying party.
 */
final class Person {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(Redirect.NEVER)
            .connectTimeout(ANSWER_LIMIT)
            .build();
    private final String issuer;
    private final Account account;
    private Optional<String> traceparent = Optional.empty();

    /** @param password as the person types it */
    record Account(String userId, String userName, String password) {}

    Person(String issuer, Account account) {
        this.issuer = issuer;
        this.account = account;
    }

    /** From now on the browser's requests belong to a trace (W3C Trace Context). */
    void carry(String newTraceparent) {
        traceparent = Optional.of(newTraceparent);
    }

    Account account() {
        return account;
    }

    /** Signs in to an app with the password. */
    SignedIn signInTo(RelyingParty app) {
        var attempt = app.attempt();
        return app.finish(attempt, signIn(attempt.uri()));
    }

    /** Enters another app by single sign-on: no page is shown. */
    SignedIn enter(RelyingParty app) {
        var attempt = app.attempt();
        return app.finish(attempt, passThrough(attempt.uri()));
    }

    /** Signs out at an app, whose browser page comes back with the state that it sent. */
    void signOutOf(RelyingParty app, SignedIn signedIn) {
        var state = new State();
        var page = open(app.endSession(signedIn, state));
        if (!page.uri().toString().equals(app.app().postLogoutRedirectUri() + "?state=" + state)) {
            throw new AssertionError("not back at " + app.app() + " with state " + state + ": " + page);
        }
    }

    /** Opens an authorization request and signs in on the pages that it shows; answers where the relying party takes over. */
    URI signIn(URI authorizationRequest) {
        var page = open(authorizationRequest);
        if (page.has("form#login-name")) {
            page = submit(page.fill("form#login-name", Map.of("loginName", account.userName())));
        }
        page = submit(page.fill("form#password", Map.of("password", account.password())));
        return atRelyingParty(page);
    }

    /** Opens an authorization request that needs no page, because the person has a session already. */
    URI passThrough(URI authorizationRequest) {
        return atRelyingParty(open(authorizationRequest));
    }

    Page open(URI uri) {
        return follow(uri, send(HttpRequest.newBuilder(uri).GET()));
    }

    Page submit(Page.Filled form) {
        String body = form.fields().stream()
                .map(field -> Forms.field(field.key(), field.value()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(form.action())
                .header("Content-Type", Forms.TYPE)
                .header("Origin", issuer)
                .POST(BodyPublishers.ofString(body));
        return follow(form.action(), send(request));
    }

    private Page follow(URI uri, HttpResponse<String> answer) {
        URI here = uri;
        HttpResponse<String> current = answer;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var location = current.headers().firstValue("Location");
            if (current.statusCode() / 100 != 3 || location.isEmpty()) {
                return Page.of(here, current.statusCode(), current.body());
            }
            here = here.resolve(location.get());
            if (!(here.getScheme() + "://" + here.getAuthority()).equals(issuer)) {
                return Page.left(here);
            }
            current = send(HttpRequest.newBuilder(here).GET());
        }
        throw new AssertionError("more than " + MOST_REDIRECTS + " redirects from " + uri + ", last to " + here);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        traceparent.ifPresent(value -> request.header("traceparent", value));
        var built = request.timeout(ANSWER_LIMIT).header("Accept", "text/html").build();
        try {
            return browser.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + built.uri(), e);
        }
    }

    private static URI atRelyingParty(Page page) {
        if (!page.isAtRelyingParty()) {
            throw new AssertionError("not back at the relying party: " + page);
        }
        return page.uri();
    }
}
