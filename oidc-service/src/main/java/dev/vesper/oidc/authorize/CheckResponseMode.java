package dev.vesper.oidc.authorize;

import java.util.Optional;
import java.util.Set;

/** Response modes query and form_post (OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1; OAuth 2.0 Form Post
 * Response Mode, section 2). Asked for anything else, the refusal goes by the mode of the code flow, query. */
final class CheckResponseMode implements ClientCheck {
    private static final Set<String> SUPPORTED = Set.of("query", "form_post");

    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        return draft.parameters()
                .find("response_mode")
                .filter(mode -> !SUPPORTED.contains(mode))
                .map(mode -> new Refusal.ToClient("invalid_request", "response_mode must be query or form_post"));
    }
}
