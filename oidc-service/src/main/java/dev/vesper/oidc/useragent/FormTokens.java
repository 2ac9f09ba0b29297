package dev.vesper.oidc.useragent;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.keys.ServiceKeys;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Against cross-site request forgery: each form carries a code that only this browser was given, for this purpose alone. */
@Singleton
public final class FormTokens {
    private final ServiceKeys keys;
    private final Clock clock;
    private final Duration lifetime;

    FormTokens(ServiceKeys keys, Clock clock, Configuration configuration) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = configuration.oidc().formLifetime();
    }

    /** @param subject what the form is about, for example an authorization request */
    public String issue(UserAgent userAgent, String purpose, String subject) {
        String issuedAt = Long.toString(clock.instant().getEpochSecond());
        return issuedAt + "." + keys.csrf().of(signed(userAgent, purpose, subject, issuedAt));
    }

    /** @throws PageProblem 403 for a form that was not given to this browser, or too long ago */
    public void check(UserAgent userAgent, String purpose, String subject, String token) {
        int dot = token.indexOf('.');
        String issuedAt = token.substring(0, Math.max(0, dot));
        boolean genuine = keys.csrf().isOf(signed(userAgent, purpose, subject, issuedAt), token.substring(dot + 1));
        if (!genuine || isTooOld(Long.parseLong(issuedAt))) {
            throw new PageProblem(403, Complaint.FORM_EXPIRED);
        }
    }

    private boolean isTooOld(long issuedAtEpochSecond) {
        return Instant.ofEpochSecond(issuedAtEpochSecond).plus(lifetime).isBefore(clock.instant());
    }

    private static String signed(UserAgent userAgent, String purpose, String subject, String issuedAt) {
        return String.join("\n", "form", userAgent.id(), purpose, subject, issuedAt);
    }
}
