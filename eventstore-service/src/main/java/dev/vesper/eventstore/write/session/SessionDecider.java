package dev.vesper.eventstore.write.session;

import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** Decides about one session. An ended session stays ended. */
public final class SessionDecider {
    public static final AggregateKind<SessionState, SessionEvent> KIND =
            AggregateKind.of("session", SessionEvent.class, initialState(), SessionDecider::evolve);

    /** RFC 8176. */
    private static final List<String> PASSWORD = List.of("pwd");

    private SessionDecider() {}

    public static SessionState initialState() {
        return SessionState.NONE;
    }

    static List<SessionEvent> decide(SessionCommand command, SessionState state) {
        return switch (command) {
            case SessionCommand.Begin begin -> begin(begin, state);
            case SessionCommand.CheckAgain check -> checkAgain(check, state);
            case SessionCommand.Terminate terminate -> terminate(terminate, state);
        };
    }

    public static SessionState evolve(SessionState state, SessionEvent event) {
        return switch (event) {
            case SessionEvent.Added added ->
                new SessionState(true, added.userAgent().id(), "", null, List.of(), null);
            case SessionEvent.UserChecked checked -> state.withUser(checked.userId());
            case SessionEvent.PasswordChecked checked -> state.withAuthentication(checked.checkedAt(), PASSWORD);
            case SessionEvent.LifetimeSet _ -> state;
            case SessionEvent.Terminated terminated -> state.ended(terminated.reason());
        };
    }

    private static List<SessionEvent> begin(SessionCommand.Begin begin, SessionState state) {
        return state.begun()
                ? List.of()
                : List.of(
                        new SessionEvent.Added(begin.userAgent()),
                        new SessionEvent.UserChecked(begin.userId(), begin.userResourceOwner(), begin.at()),
                        new SessionEvent.PasswordChecked(begin.at()));
    }

    private static List<SessionEvent> checkAgain(SessionCommand.CheckAgain check, SessionState state) {
        if (!state.isLive()) {
            throw CommandRejected.failedPrecondition("SESSION_ENDED", "The session has ended.");
        }
        return List.of(
                new SessionEvent.UserChecked(state.userId(), check.userResourceOwner(), check.at()),
                new SessionEvent.PasswordChecked(check.at()));
    }

    private static List<SessionEvent> terminate(SessionCommand.Terminate terminate, SessionState state) {
        if (!state.begun()) {
            throw CommandRejected.notFound("SESSION_NOT_FOUND", "There is no such session.");
        }
        return state.isLive()
                ? List.of(new SessionEvent.Terminated(terminate.triggerOrigin(), terminate.reason()))
                : List.of();
    }
}
