package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** A hint must be an ID token that we issued (OpenID Connect RP-Initiated Logout 1.0, section 2). Unsigned, or signed by a
 * client, it proves nothing. */
final class CheckHintIsOurs implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters()
                .find("id_token_hint")
                .filter(given -> draft.hint().isEmpty())
                .map(given -> Complaint.LOGOUT_HINT_INVALID);
    }
}
