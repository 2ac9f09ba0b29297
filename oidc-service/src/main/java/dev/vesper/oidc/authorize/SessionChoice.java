package dev.vesper.oidc.authorize;

import dev.vesper.oidc.useragent.BrowserSessions;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.AuthRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which of a browser's sessions answers a request, if one may (OpenID Connect Core 1.0, sections 3.1.2.1 and 3.1.2.3). */
public sealed interface SessionChoice {

    /** Single sign-on. */
    record Use(Session session) implements SessionChoice {}

    /** The person has to sign in (again). */
    record SignIn() implements SessionChoice {}

    /** Several people are signed in, or the client wants to have them asked. */
    record Pick() implements SessionChoice {}

    /** @param wantedUser whom the client hints at; only that user's session will do */
    static SessionChoice of(AuthRequest request, Optional<String> wantedUser, List<Session> sessions, Instant now) {
        List<String> prompt = request.getPromptList();
        List<Session> fitting = sessions.stream()
                .filter(session -> wantedUser.isEmpty() || wantedUser.get().equals(session.getUserId()))
                .toList();
        if (prompt.contains("select_account") && !sessions.isEmpty()) {
            return new Pick();
        }
        if (prompt.contains("login") || fitting.isEmpty()) {
            return new SignIn();
        }
        if (fitting.size() > 1) {
            return new Pick();
        }
        Session only = fitting.getFirst();
        return isRecentEnough(request, only, now) ? new Use(only) : new SignIn();
    }

    static boolean isRecentEnough(AuthRequest request, Session session, Instant now) {
        if (!request.hasMaxAge()) {
            return true;
        }
        Duration age = Duration.between(BrowserSessions.signedInAt(session), now);
        return age.compareTo(Duration.ofSeconds(request.getMaxAge().getSeconds())) <= 0;
    }
}
