package dev.vesper.eventstore.write.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionEvent.UserAgent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionDeciderTest {
    private static final DeciderSpec<SessionCommand, SessionState, SessionEvent> SESSION =
            new DeciderSpec<>(SessionDecider.initialState(), SessionDecider::decide, SessionDecider::evolve);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UserAgent BROWSER = new UserAgent("ua1", "Firefox", null);
    private static final SessionCommand BEGIN = new SessionCommand.Begin(BROWSER, "u1", "o1", NOON);
    private static final SessionCommand TERMINATE = new SessionCommand.Terminate("https://idp.example.com", "user");

    @Test
    void a_session_begins_with_a_checked_person() {
        SESSION.given()
                .when(BEGIN)
                .then(
                        new SessionEvent.Added(BROWSER),
                        new SessionEvent.UserChecked("u1", "o1", NOON),
                        new SessionEvent.PasswordChecked(NOON));
        var state = SESSION.given().and(BEGIN).state();
        assertThat(state.authTime()).isEqualTo(NOON);
        assertThat(state.authMethods()).containsExactly("pwd");
    }

    @Test
    void checking_again_moves_the_time_of_authentication() {
        var later = NOON.plusSeconds(60);
        var checked = SESSION.given().and(BEGIN).and(new SessionCommand.CheckAgain("o1", later));
        assertThat(checked.state().authTime()).isEqualTo(later);
        SESSION.given()
                .and(BEGIN)
                .and(TERMINATE)
                .when(new SessionCommand.CheckAgain("o1", later))
                .rejected(Kind.FAILED_PRECONDITION, "SESSION_ENDED");
    }

    @Test
    void a_session_ends_once() {
        SESSION.given().and(BEGIN).when(TERMINATE).then(new SessionEvent.Terminated("https://idp.example.com", "user"));
        SESSION.given()
                .and(BEGIN)
                .and(TERMINATE)
                .when(new SessionCommand.Terminate(null, "admin"))
                .nothing();
        SESSION.given().when(TERMINATE).rejected(Kind.NOT_FOUND, "SESSION_NOT_FOUND");
    }
}
