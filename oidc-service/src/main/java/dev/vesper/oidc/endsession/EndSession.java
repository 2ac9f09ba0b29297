package dev.vesper.oidc.endsession;

import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.oidc.useragent.UserAgentCookies;
import dev.vesper.proto.admin.v1.Session;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * What a checked logout request leads to. A hint that fits this browser ends at once; without one, or with that of a
 * session somewhere else, the person is asked, so that no link alone signs anybody out.
 */
@Singleton
final class EndSession {
    private final HintedSessions hintedSessions;
    private final BrowserSessions browserSessions;
    private final SignOut signOut;
    private final LogoutPages pages;
    private final UserAgentCookies cookies;

    EndSession(
            HintedSessions hintedSessions,
            BrowserSessions browserSessions,
            SignOut signOut,
            LogoutPages pages,
            UserAgentCookies cookies) {
        this.hintedSessions = hintedSessions;
        this.browserSessions = browserSessions;
        this.signOut = signOut;
        this.pages = pages;
        this.cookies = cookies;
    }

    Response answer(Tenant tenant, LogoutRequest request, Optional<UserAgent> userAgent) {
        return userAgent
                .map(known -> inKnownBrowser(tenant, request, known))
                .orElseGet(() -> inUnknownBrowser(tenant, request));
    }

    private Response inKnownBrowser(Tenant tenant, LogoutRequest request, UserAgent userAgent) {
        List<Session> active = browserSessions.findActive(tenant, userAgent);
        HintedSession hinted = hintedSessions.find(tenant, request, userAgent);
        boolean fits = hinted == HintedSession.HERE || hinted == HintedSession.NOT_SEEN_YET;
        if (fits) {
            UserAgent after = signOut.endHinted(tenant, request, userAgent, active);
            return pages.done(request)
                    .header("Set-Cookie", cookies.write(tenant, after))
                    .build();
        }
        boolean nothingToEnd = active.isEmpty() && hinted != HintedSession.ELSEWHERE;
        return nothingToEnd
                ? pages.done(request).build()
                : pages.confirm(tenant, request, userAgent, active).build();
    }

    /** The hint names the session, and who has it was given it in that session: that is enough to end this one. */
    private Response inUnknownBrowser(Tenant tenant, LogoutRequest request) {
        if (!request.hintedSession().isEmpty()) {
            signOut.end(tenant, request, request.hintedSession());
        }
        return pages.done(request).build();
    }
}
