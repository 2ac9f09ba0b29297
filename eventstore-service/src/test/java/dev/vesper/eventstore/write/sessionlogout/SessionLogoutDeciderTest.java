package dev.vesper.eventstore.write.sessionlogout;

import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class SessionLogoutDeciderTest {
    private static final DeciderSpec<SessionLogoutCommand, SessionLogoutState, SessionLogoutEvent> LOGOUT =
            new DeciderSpec<>(
                    SessionLogoutDecider.initialState(), SessionLogoutDecider::decide, SessionLogoutDecider::evolve);

    @Test
    void each_grant_registers_once() {
        var register = new SessionLogoutCommand.Register("os1", "u1", "c1", "https://alpha.example.com/logout", null);
        LOGOUT.given()
                .when(register)
                .then(new SessionLogoutEvent.BackChannelRegistered(
                        "os1", "u1", "c1", "https://alpha.example.com/logout"));
        LOGOUT.given().and(register).when(register).nothing();
    }

    @Test
    void an_app_may_be_told_by_both_channels_by_one_or_by_none() {
        LOGOUT.given()
                .when(new SessionLogoutCommand.Register(
                        "os1", "u1", "c1", "https://a.example/back", "https://a.example/f"))
                .then(
                        new SessionLogoutEvent.BackChannelRegistered("os1", "u1", "c1", "https://a.example/back"),
                        new SessionLogoutEvent.FrontChannelRegistered("os1", "u1", "c1", "https://a.example/f"));
        LOGOUT.given()
                .when(new SessionLogoutCommand.Register("os1", "u1", "c1", null, "https://a.example/f"))
                .then(new SessionLogoutEvent.FrontChannelRegistered("os1", "u1", "c1", "https://a.example/f"));
        LOGOUT.given()
                .when(new SessionLogoutCommand.Register("os1", "u1", "c1", null, null))
                .nothing();
    }
}
