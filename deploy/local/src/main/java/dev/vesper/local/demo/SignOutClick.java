package dev.vesper.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Somebody clicked on 'Sign out' in one of the apps. A cookie carries it to the other, which shares nothing else with the first, so
 * that it can say how long the logout token took.
 */
record SignOutClick(String app, Instant at, String sid) {
    static final String COOKIE = "demo-sign-out";

    String cookieValue() {
        var text = app + "\n" + at.toEpochMilli() + "\n" + sid;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything that is not such a cookie. */
    static Optional<SignOutClick> parse(String cookieValue) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cookieValue), StandardCharsets.UTF_8).split("\n", -1);
            return parts.length == 3
                    ? Optional.of(new SignOutClick(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
