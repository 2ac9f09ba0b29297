package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Parameters;
import dev.vesper.proto.admin.v1.AuthMethodType;
import java.util.Optional;
import java.util.regex.Pattern;

/** PKCE with S256 (RFC 7636, sections 4.2 to 4.4.1): required of public clients, taken from all, and never plain, which would show
 * the verifier to whoever sees the request (RFC 9700, section 2.1.1). */
final class CheckPkce implements ClientCheck {
    /** Base64url of a SHA-256. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        Parameters parameters = draft.parameters();
        Optional<String> challenge = parameters.find("code_challenge");
        if (challenge.isEmpty()) {
            return withoutChallenge(draft);
        }
        if (!parameters.text("code_challenge_method").equals("S256")) {
            return refuse("code_challenge_method must be S256");
        }
        return CHALLENGE.matcher(challenge.get()).matches()
                ? Optional.empty()
                : refuse("code_challenge is not the base64url of a SHA-256");
    }

    private static Optional<Refusal.ToClient> withoutChallenge(Draft draft) {
        if (draft.parameters().find("code_challenge_method").isPresent()) {
            return refuse("code_challenge_method comes without a code_challenge");
        }
        return draft.client().getOidc().getAuthMethodType() == AuthMethodType.AUTH_METHOD_TYPE_NONE
                ? refuse("code_challenge is required of public clients")
                : Optional.empty();
    }

    private static Optional<Refusal.ToClient> refuse(String description) {
        return Optional.of(new Refusal.ToClient("invalid_request", description));
    }
}
