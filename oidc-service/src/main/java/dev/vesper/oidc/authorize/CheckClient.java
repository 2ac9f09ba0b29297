package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** The client must be registered (RFC 6749, section 4.1.2.1), and not removed or inactive since. */
final class CheckClient implements PersonCheck {
    @Override
    public Optional<Refusal.ToPerson> check(Draft draft) {
        return draft.foundClient().isEmpty()
                ? Optional.of(new Refusal.ToPerson(Complaint.UNKNOWN_CLIENT))
                : Optional.empty();
    }
}
