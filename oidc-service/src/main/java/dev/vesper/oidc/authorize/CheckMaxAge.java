package dev.vesper.oidc.authorize;

import java.util.Optional;
import java.util.regex.Pattern;

/** max_age is a number of seconds (OpenID Connect Core 1.0, section 3.1.2.1). */
final class CheckMaxAge implements ClientCheck {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        return draft.parameters()
                .find("max_age")
                .filter(maxAge -> !SECONDS.matcher(maxAge).matches())
                .map(maxAge -> new Refusal.ToClient("invalid_request", "max_age must be a number of seconds"));
    }
}
