package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuthRequestDeciderTest {
    private static final DeciderSpec<AuthRequestCommand, AuthRequestState, AuthRequestEvent> REQUEST =
            new DeciderSpec<>(
                    AuthRequestDecider.initialState(), AuthRequestDecider::decide, AuthRequestDecider::evolve);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final AuthRequestEvent.Added ADDED = new AuthRequestEvent.Added(
            "c1",
            "https://a.example.com/cb",
            List.of("openid"),
            null,
            null,
            null,
            null,
            "code",
            null,
            List.of(),
            null,
            List.of(),
            "https://id.example.com",
            "ua1");
    private static final AuthRequestEvent.SessionLinked LINK =
            new AuthRequestEvent.SessionLinked("s1", "u1", NOON, List.of("pwd"));
    private static final AuthRequestCommand ISSUE = new AuthRequestCommand.IssueCode(LINK, "hash", NOON);

    @Test
    void a_request_gets_one_code() {
        REQUEST.given(ADDED).when(ISSUE).then(LINK, new AuthRequestEvent.CodeAdded("hash", NOON));
        REQUEST.given(ADDED).and(ISSUE).when(ISSUE).rejected(Kind.NOT_FOUND, "AUTH_REQUEST_NOT_FOUND");
        REQUEST.given().when(ISSUE).rejected(Kind.NOT_FOUND, "AUTH_REQUEST_NOT_FOUND");
    }

    @Test
    void a_code_is_exchanged_once() {
        var exchange = new AuthRequestCommand.Exchange("os1");
        REQUEST.given(ADDED)
                .and(ISSUE)
                .when(exchange)
                .then(new AuthRequestEvent.CodeExchanged("os1"), new AuthRequestEvent.Succeeded());
        REQUEST.given(ADDED)
                .and(ISSUE)
                .and(exchange)
                .when(new AuthRequestCommand.Exchange("os2"))
                .rejected(Kind.NOT_FOUND, "AUTH_REQUEST_NOT_FOUND");
    }

    @Test
    void a_failed_request_gets_no_code() {
        var fail = new AuthRequestCommand.Fail("access_denied");
        REQUEST.given(ADDED).when(fail).then(new AuthRequestEvent.Failed("access_denied"));
        REQUEST.given(ADDED).and(fail).when(ISSUE).rejected(Kind.NOT_FOUND, "AUTH_REQUEST_NOT_FOUND");
        REQUEST.given(ADDED).and(ISSUE).when(fail).nothing();
    }
}
