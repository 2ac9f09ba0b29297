package dev.vesper.oidc.endsession;

import static java.util.stream.Collectors.toCollection;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.sessionmanagement.BrowserStates;
import dev.vesper.oidc.useragent.UserAgentCookies;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a browser sees after a sign-out: the app that it came from, or a page that says what the apps know. */
@Singleton
final class SignedOutPages {
    private final FrontChannel frontChannel;
    private final Deliveries deliveries;
    private final LogoutStatuses statuses;
    private final UserAgentCookies cookies;
    private final BrowserStates browserStates;
    private final Duration wait;
    private final Duration frameTimeout;

    SignedOutPages(
            FrontChannel frontChannel,
            Deliveries deliveries,
            LogoutStatuses statuses,
            UserAgentCookies cookies,
            BrowserStates browserStates,
            Configuration configuration) {
        this.frontChannel = frontChannel;
        this.deliveries = deliveries;
        this.statuses = statuses;
        this.cookies = cookies;
        this.browserStates = browserStates;
        this.wait = configuration.oidc().endSession().maxWait();
        this.frameTimeout = configuration.oidc().endSession().frontChannelTimeout();
    }

    Response.ResponseBuilder show(Tenant tenant, LogoutRequest request, Ended ended) {
        LogoutStatus status = LogoutStatus.of(request, ended);
        deliveries.await(tenant, status, wait);
        List<Frame> frames = frontChannel.framesOf(tenant, ended);
        Response.ResponseBuilder response = !request.redirectUri().isEmpty() && frames.isEmpty()
                ? Pages.seeOther(request.location())
                : page(tenant, request, status, frames);
        browserStates.gone(tenant).ifPresent(cookie -> response.header("Set-Cookie", cookie));
        ended.userAgent().ifPresent(after -> response.header("Set-Cookie", cookies.write(tenant, after)));
        return response;
    }

    /** What is known now of a sign-out of before. */
    Response.ResponseBuilder showAgain(Tenant tenant, LogoutStatus status) {
        return LogoutPages.in(
                status.language(),
                Pages.show(
                        200,
                        SignedOut.of(
                                deliveries.apps(tenant, status),
                                List.of(),
                                "",
                                frameTimeout,
                                statuses.seal(tenant, status))));
    }

    private Response.ResponseBuilder page(
            Tenant tenant, LogoutRequest request, LogoutStatus status, List<Frame> frames) {
        SignedOut page = SignedOut.of(
                deliveries.apps(tenant, status),
                frames,
                request.redirectUri().isEmpty() ? "" : request.location(),
                frameTimeout,
                status.clients().isEmpty() ? "" : statuses.seal(tenant, status));
        Set<String> origins = frames.stream().map(Frame::origin).collect(toCollection(LinkedHashSet::new));
        return LogoutPages.in(
                request.uiLocales(), frames.isEmpty() ? Pages.show(200, page) : Pages.showWithFrames(page, origins));
    }
}
