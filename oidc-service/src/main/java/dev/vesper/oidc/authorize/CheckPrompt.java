package dev.vesper.oidc.authorize;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Known values of prompt, and none alone (OpenID Connect Core 1.0, section 3.1.2.1). */
final class CheckPrompt implements ClientCheck {
    private static final Set<String> KNOWN = Set.of("none", "login", "consent", "select_account");

    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        List<String> prompt = draft.parameters().words("prompt");
        if (!KNOWN.containsAll(prompt)) {
            return Optional.of(new Refusal.ToClient("invalid_request", "prompt has an unknown value"));
        }
        return prompt.contains("none") && prompt.size() > 1
                ? Optional.of(new Refusal.ToClient("invalid_request", "prompt none must stand alone"))
                : Optional.empty();
    }
}
