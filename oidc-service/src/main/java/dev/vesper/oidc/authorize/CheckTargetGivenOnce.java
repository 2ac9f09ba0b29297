package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.Parameters;
import java.util.Optional;

/** Request parameters must not be included more than once (RFC 6749, section 3.1): with two there is no telling whom to trust. */
final class CheckTargetGivenOnce implements PersonCheck {
    @Override
    public Optional<Refusal.ToPerson> check(Draft draft) {
        Parameters parameters = draft.parameters();
        return parameters.isRepeated("client_id") || parameters.isRepeated("redirect_uri")
                ? Optional.of(new Refusal.ToPerson(Complaint.PARAMETER_TWICE))
                : Optional.empty();
    }
}
