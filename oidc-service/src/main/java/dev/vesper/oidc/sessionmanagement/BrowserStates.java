package dev.vesper.oidc.sessionmanagement;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.origin.Tenant;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Keeps the browser state, where an operator wants session management; else there is none. */
@Singleton
public final class BrowserStates {
    private static final String NAME = "vesper-browser-state";
    private static final int BYTES = 16;
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{32}");

    private final boolean enabled;
    private final RandomGenerator random;

    BrowserStates(Configuration configuration, RandomGenerator random) {
        this.enabled = configuration.oidc().sessionManagement().enabled();
        this.random = random;
    }

    public boolean areKept() {
        return enabled;
    }

    /** The state of before, for an answer to somebody who is signed in already. */
    public Optional<BrowserState> current(HttpServerRequest request, Tenant tenant) {
        return enabled ? Optional.of(state(tenant, kept(request).orElseGet(this::word))) : Optional.empty();
    }

    /** Another state: somebody signed in, or another person was chosen. */
    public Optional<BrowserState> renewed(Tenant tenant) {
        return enabled ? Optional.of(state(tenant, word())) : Optional.empty();
    }

    /** @return the value of a {@code Set-Cookie} header after a sign-out: without a state, every app hears {@code changed} */
    public Optional<String> gone(Tenant tenant) {
        return enabled ? Optional.of(NAME + "=; Max-Age=0" + attributes(tenant)) : Optional.empty();
    }

    private static Optional<String> kept(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .filter(word -> WORD.matcher(word).matches());
    }

    private BrowserState state(Tenant tenant, String word) {
        return new BrowserState(word, NAME + "=" + word + attributes(tenant), word());
    }

    /** Our frame in an app's page reads it, so it is neither http-only nor bound to our own site. */
    private static String attributes(Tenant tenant) {
        return "; Path=/" + (tenant.isSecure() ? "; SameSite=None; Secure" : "; SameSite=Lax");
    }

    private String word() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
