package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.List;
import java.util.Optional;

/** All checks of a logout request, in their order. The first complaint counts. */
final class LogoutChecks {
    private static final List<LogoutCheck> ALL = List.of(
            new CheckNothingGivenTwice(),
            new CheckHintIsOurs(),
            new CheckClientFitsHint(),
            new CheckClientIsKnown(),
            new CheckPostLogoutRedirectUri(),
            new CheckLogoutScope());

    private LogoutChecks() {}

    static Optional<Complaint> firstComplaint(LogoutDraft draft) {
        return ALL.stream()
                .map(check -> check.check(draft))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
