package dev.vesper.oidc.endsession;

import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.Session;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * What a checked logout request leads to. A hint that fits this browser ends at once what the policy ends; without one, with that of a
 * session somewhere else, or for more than the policy ends, the person is asked, so that no link alone signs anybody out.
 */
@Singleton
final class EndSession {
    private final HintedSessions hintedSessions;
    private final BrowserSessions browserSessions;
    private final ScopePolicy policy;
    private final SignOut signOut;
    private final LogoutPages pages;
    private final SignedOutPages signedOut;

    EndSession(
            HintedSessions hintedSessions,
            BrowserSessions browserSessions,
            ScopePolicy policy,
            SignOut signOut,
            LogoutPages pages,
            SignedOutPages signedOut) {
        this.hintedSessions = hintedSessions;
        this.browserSessions = browserSessions;
        this.policy = policy;
        this.signOut = signOut;
        this.pages = pages;
        this.signedOut = signedOut;
    }

    Response.ResponseBuilder answer(Tenant tenant, LogoutRequest request, Optional<UserAgent> userAgent) {
        return userAgent
                .map(known -> inKnownBrowser(tenant, request, known))
                .orElseGet(() -> inUnknownBrowser(tenant, request));
    }

    private Response.ResponseBuilder inKnownBrowser(Tenant tenant, LogoutRequest request, UserAgent userAgent) {
        List<Session> active = browserSessions.findActive(tenant, userAgent);
        HintedSession hinted = hintedSessions.find(tenant, request, userAgent);
        LogoutScope usual = policy.of(tenant, request.clientId());
        LogoutScope scope = request.scope().orElse(usual);
        boolean atOnce = hinted.provesWhoAsks(active) && !scope.exceeds(usual);
        if (atOnce) {
            boolean alone = scope == LogoutScope.PERSON || active.isEmpty();
            Choice choice = new Choice(alone ? request.hintedSession() : Choice.EVERYONE, false);
            Ends ends = choice.in(active, request).orElseGet(() -> Ends.one(request.hintedSession()));
            return signedOut.show(tenant, request, signOut.end(tenant, request.reason(), Optional.of(userAgent), ends));
        }
        boolean nothingToEnd = active.isEmpty() && !hinted.mayGoOn();
        return nothingToEnd
                ? signedOut.show(tenant, request, Ended.nothing(Optional.of(userAgent)))
                : pages.confirm(tenant, request, userAgent, active, scope);
    }

    /** The hint names the session, and who has it was given it in that session: that is enough to end this one, and no other. */
    private Response.ResponseBuilder inUnknownBrowser(Tenant tenant, LogoutRequest request) {
        Ended ended = request.hasHint()
                ? signOut.end(tenant, request.reason(), Optional.empty(), Ends.one(request.hintedSession()))
                : Ended.nothing(Optional.empty());
        return signedOut.show(tenant, request, ended);
    }
}
