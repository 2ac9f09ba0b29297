package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** Each parameter once (RFC 6749, section 3.1): of two there is no telling which one counts. */
final class CheckNothingGivenTwice implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters().firstRepeated().map(name -> Complaint.LOGOUT_REQUEST_INVALID);
    }
}
