package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** Decides about one authorization request: it gets one code or one error, and a code is exchanged once. */
public final class AuthRequestDecider {
    public static final AggregateKind<AuthRequestState, AuthRequestEvent> KIND =
            AggregateKind.of("auth_request", AuthRequestEvent.class, initialState(), AuthRequestDecider::evolve);

    private AuthRequestDecider() {}

    public static AuthRequestState initialState() {
        return AuthRequestState.NONE;
    }

    public static List<AuthRequestEvent> decide(AuthRequestCommand command, AuthRequestState state) {
        return switch (command) {
            case AuthRequestCommand.Add add -> state.request() == null ? List.of(add.request()) : List.of();
            case AuthRequestCommand.IssueCode issue -> {
                if (!state.isOpen()) {
                    throw gone();
                }
                yield List.of(issue.link(), new AuthRequestEvent.CodeAdded(issue.hashedCode(), issue.expiresAt()));
            }
            case AuthRequestCommand.Exchange exchange -> {
                if (state.code() == null || state.oidcSessionId() != null) {
                    throw gone();
                }
                yield List.of(
                        new AuthRequestEvent.CodeExchanged(exchange.oidcSessionId()), new AuthRequestEvent.Succeeded());
            }
            case AuthRequestCommand.Fail fail ->
                state.isOpen() ? List.of(new AuthRequestEvent.Failed(fail.error())) : List.of();
        };
    }

    public static AuthRequestState evolve(AuthRequestState state, AuthRequestEvent event) {
        return switch (event) {
            case AuthRequestEvent.Added added -> new AuthRequestState(added, null, null, null, false);
            case AuthRequestEvent.SessionLinked link ->
                new AuthRequestState(state.request(), link, state.code(), state.oidcSessionId(), state.failed());
            case AuthRequestEvent.CodeAdded code ->
                new AuthRequestState(state.request(), state.link(), code, state.oidcSessionId(), state.failed());
            case AuthRequestEvent.CodeExchanged e ->
                new AuthRequestState(state.request(), state.link(), state.code(), e.oidcSessionId(), state.failed());
            case AuthRequestEvent.Failed _ ->
                new AuthRequestState(state.request(), state.link(), state.code(), state.oidcSessionId(), true);
            case AuthRequestEvent.Succeeded _ -> state;
        };
    }

    static CommandRejected gone() {
        return CommandRejected.notFound("AUTH_REQUEST_NOT_FOUND", "The authorization request is unknown or finished.");
    }
}
