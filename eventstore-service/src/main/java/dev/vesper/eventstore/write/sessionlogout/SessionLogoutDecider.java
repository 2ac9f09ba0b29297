package dev.vesper.eventstore.write.sessionlogout;

import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.ArrayList;
import java.util.List;

/** Decides which apps of a session are to be told of its end. What became of it is for the notifier to say. */
public final class SessionLogoutDecider {
    public static final AggregateKind<SessionLogoutState, SessionLogoutEvent> KIND =
            AggregateKind.of("session_logout", SessionLogoutEvent.class, initialState(), SessionLogoutDecider::evolve);

    private SessionLogoutDecider() {}

    public static SessionLogoutState initialState() {
        return SessionLogoutState.NONE;
    }

    public static List<SessionLogoutEvent> decide(SessionLogoutCommand command, SessionLogoutState state) {
        return switch (command) {
            case SessionLogoutCommand.Register register ->
                state.registered().contains(register.oidcSessionId()) ? List.of() : register(register);
        };
    }

    public static SessionLogoutState evolve(SessionLogoutState state, SessionLogoutEvent event) {
        return switch (event) {
            case SessionLogoutEvent.BackChannelRegistered registered ->
                state.with(registered.oidcSessionId(), registered.clientId(), AppToTell::byBackChannel);
            case SessionLogoutEvent.FrontChannelRegistered registered ->
                state.with(
                        registered.oidcSessionId(),
                        registered.clientId(),
                        app -> app.byFrontChannel(registered.frontChannelLogoutUri()));
            case SessionLogoutEvent.BackChannelSent _, SessionLogoutEvent.BackChannelCanceled _ -> state;
        };
    }

    private static List<SessionLogoutEvent> register(SessionLogoutCommand.Register register) {
        List<SessionLogoutEvent> events = new ArrayList<>();
        if (register.backChannelLogoutUri() != null) {
            events.add(new SessionLogoutEvent.BackChannelRegistered(
                    register.oidcSessionId(), register.userId(), register.clientId(), register.backChannelLogoutUri()));
        }
        if (register.frontChannelLogoutUri() != null) {
            events.add(new SessionLogoutEvent.FrontChannelRegistered(
                    register.oidcSessionId(),
                    register.userId(),
                    register.clientId(),
                    register.frontChannelLogoutUri()));
        }
        return List.copyOf(events);
    }
}
