package dev.vesper.eventstore.write.system;

import dev.vesper.events.SystemEvent;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class SystemDeciderTest {
    private static final DeciderSpec<SystemCommand, SystemState, SystemEvent> SYSTEM =
            new DeciderSpec<>(SystemDecider.initialState(), SystemDecider::decide, SystemDecider::evolve);

    @Test
    void only_the_switches_that_change_are_written() {
        SYSTEM.given()
                .when(new SystemCommand.SetFeatures(true, false))
                .then(new SystemEvent.BackChannelLogoutSet(true), new SystemEvent.SingleSessionTerminationSet(false));
        SYSTEM.given(new SystemEvent.BackChannelLogoutSet(true))
                .when(new SystemCommand.SetFeatures(true, false))
                .then(new SystemEvent.SingleSessionTerminationSet(false));
        SYSTEM.given().when(new SystemCommand.SetFeatures(null, null)).nothing();
    }

    @Test
    void a_reset_is_written_where_something_is_set() {
        SYSTEM.given().when(new SystemCommand.ResetFeatures()).nothing();
        SYSTEM.given(new SystemEvent.BackChannelLogoutSet(true))
                .when(new SystemCommand.ResetFeatures())
                .then(new SystemEvent.FeaturesReset());
    }
}
