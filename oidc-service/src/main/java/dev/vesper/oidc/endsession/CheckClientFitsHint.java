package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** With both, client_id must be the client that the ID token was issued to (OpenID Connect RP-Initiated Logout 1.0, section 2). */
final class CheckClientFitsHint implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters()
                .find("client_id")
                .filter(clientId -> draft.hint()
                        .filter(hint -> !hint.clientId().equals(clientId))
                        .isPresent())
                .map(clientId -> Complaint.LOGOUT_CLIENT_DIFFERS);
    }
}
