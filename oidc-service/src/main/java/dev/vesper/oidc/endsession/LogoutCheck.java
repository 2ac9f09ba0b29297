package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import java.util.Optional;

/** A check of a logout request. What it finds is shown to the person; nothing wrong is ever answered by a redirect. */
@FunctionalInterface
interface LogoutCheck {
    Optional<Complaint> check(LogoutDraft draft);
}
