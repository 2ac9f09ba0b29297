package dev.vesper.eventstore.write.sessionlogout;

import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.eventstore.write.AggregateKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which apps of a session are to be told of its end. What became of it is for the notifier to say. */
public final class SessionLogoutDecider {
    public static final AggregateKind<SessionLogoutState, SessionLogoutEvent> KIND =
            AggregateKind.of("session_logout", SessionLogoutEvent.class, initialState(), SessionLogoutDecider::evolve);

    private SessionLogoutDecider() {}

    public static SessionLogoutState initialState() {
        return new SessionLogoutState(Set.of());
    }

    public static List<SessionLogoutEvent> decide(SessionLogoutCommand command, SessionLogoutState state) {
        return switch (command) {
            case SessionLogoutCommand.Register register ->
                state.registered().contains(register.oidcSessionId())
                        ? List.of()
                        : List.of(new SessionLogoutEvent.BackChannelRegistered(
                                register.oidcSessionId(),
                                register.userId(),
                                register.clientId(),
                                register.backChannelLogoutUri()));
        };
    }

    public static SessionLogoutState evolve(SessionLogoutState state, SessionLogoutEvent event) {
        return switch (event) {
            case SessionLogoutEvent.BackChannelRegistered registered -> {
                Set<String> all = new HashSet<>(state.registered());
                all.add(registered.oidcSessionId());
                yield new SessionLogoutState(all);
            }
            case SessionLogoutEvent.BackChannelSent _, SessionLogoutEvent.BackChannelCanceled _ -> state;
        };
    }
}
