package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** A scope that nobody knows is not guessed at: too little or too much would end. */
final class CheckLogoutScope implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters()
                .find(LogoutScope.PARAMETER)
                .filter(name -> LogoutScope.find(name).isEmpty())
                .map(name -> Complaint.LOGOUT_REQUEST_INVALID);
    }
}
