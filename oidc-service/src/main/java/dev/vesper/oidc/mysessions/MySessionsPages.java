package dev.vesper.oidc.mysessions;

import static java.util.stream.Collectors.joining;

import dev.vesper.oidc.cache.RelyingParties;
import dev.vesper.oidc.login.Accounts;
import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.oidc.useragent.FormTokens;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionApp;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person sees of their own sessions. Who is signed in in this browser may see all of theirs. */
@Singleton
final class MySessionsPages {
    static final String PURPOSE = "my-sessions";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final BrowserSessions sessions;
    private final Accounts accounts;
    private final RelyingParties relyingParties;
    private final FormTokens formTokens;

    MySessionsPages(BrowserSessions sessions, Accounts accounts, RelyingParties relyingParties, FormTokens formTokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.relyingParties = relyingParties;
        this.formTokens = formTokens;
    }

    MySessions of(Tenant tenant, UserAgent userAgent) {
        Map<String, Session> byUser = new LinkedHashMap<>();
        sessions.findActive(tenant, userAgent).forEach(session -> byUser.putIfAbsent(session.getUserId(), session));
        return new MySessions(byUser.values().stream()
                .map(session -> person(tenant, userAgent, session))
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<MySessions.Person> person(Tenant tenant, UserAgent userAgent, Session here) {
        List<MySessions.Device> devices = sessions.findActiveOf(tenant, userAgent, here.getUserId()).stream()
                .map(session -> device(tenant, userAgent, session))
                .toList();
        return accounts.find(tenant, here)
                .map(account -> new MySessions.Person(
                        here.getUserId(),
                        account.displayName(),
                        account.loginName(),
                        formTokens.issue(userAgent, PURPOSE, here.getUserId()),
                        devices));
    }

    private MySessions.Device device(Tenant tenant, UserAgent userAgent, Session session) {
        return new MySessions.Device(
                session.getSessionId(),
                session.getUserAgent().getDescription(),
                session.getUserAgent().getIp(),
                session.getUserAgent().getId().equals(userAgent.id()),
                TIME.format(BrowserSessions.signedInAt(session)),
                session.getAppsList().stream()
                        .map(SessionApp::getClientId)
                        .distinct()
                        .map(clientId -> name(tenant, clientId))
                        .sorted()
                        .collect(joining(", ")));
    }

    private String name(Tenant tenant, String clientId) {
        return relyingParties
                .findActive(tenant.instanceId(), clientId)
                .map(App::getName)
                .orElse(clientId);
    }
}
