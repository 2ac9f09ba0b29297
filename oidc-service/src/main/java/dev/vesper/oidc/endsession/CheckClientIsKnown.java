package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** A named client must be registered (OpenID Connect RP-Initiated Logout 1.0, section 2). One that was removed since its hint was
 * issued may still have its session ended; it has no URI to go back to. */
final class CheckClientIsKnown implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters()
                .find("client_id")
                .filter(clientId -> draft.hint().isEmpty() && draft.client().isEmpty())
                .map(clientId -> Complaint.UNKNOWN_CLIENT);
    }
}
