package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Parameters;
import java.util.Optional;

/** Request objects are refused, never ignored: what is in them would go unseen (OpenID Connect Core 1.0, sections 3.1.2.6 and 6). */
final class CheckNoRequestObject implements ClientCheck {
    @Override
    public Optional<Refusal.ToClient> check(Draft draft) {
        Parameters parameters = draft.parameters();
        if (parameters.find("request").isPresent()) {
            return Optional.of(new Refusal.ToClient("request_not_supported", "request objects are not supported"));
        }
        if (parameters.find("request_uri").isPresent()) {
            return Optional.of(new Refusal.ToClient("request_uri_not_supported", "request_uri is not supported"));
        }
        return parameters
                .find("registration")
                .map(given -> new Refusal.ToClient("registration_not_supported", "registration is not supported"));
    }
}
