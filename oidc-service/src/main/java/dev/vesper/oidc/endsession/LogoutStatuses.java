package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.SealedText;
import jakarta.inject.Singleton;

/** Names of sign-outs, sealed: only the browser that was given one may look what became of it. */
@Singleton
final class LogoutStatuses {
    private final SealedText sealed;

    LogoutStatuses(SealedText sealed) {
        this.sealed = sealed;
    }

    String seal(Tenant tenant, LogoutStatus status) {
        return sealed.seal(context(tenant), status.encode());
    }

    /** @throws PageProblem 403 for one that is not ours, or too old */
    LogoutStatus open(Tenant tenant, String text) {
        return sealed.open(context(tenant), text)
                .map(LogoutStatus::decode)
                .orElseThrow(() -> new PageProblem(403, Complaint.FORM_EXPIRED));
    }

    private static String context(Tenant tenant) {
        return "logout-status\n" + tenant.issuer();
    }
}
