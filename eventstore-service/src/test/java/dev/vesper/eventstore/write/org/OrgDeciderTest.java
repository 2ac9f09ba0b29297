package dev.vesper.eventstore.write.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import org.junit.jupiter.api.Test;

final class OrgDeciderTest {
    private static final DeciderSpec<OrgCommand, OrgState, OrgEvent> ORG =
            new DeciderSpec<>(OrgDecider.initialState(), OrgDecider::decide, OrgDecider::evolve);

    @Test
    void an_organisation_is_added_once() {
        ORG.given().when(new OrgCommand.Add("Default")).then(new OrgEvent.Added("Default"));
        ORG.given(new OrgEvent.Added("Default"))
                .when(new OrgCommand.Add("Other"))
                .nothing();
    }

    @Test
    void a_deactivated_organisation_is_present_and_not_active() {
        assertThat(ORG.given(new OrgEvent.Added("Default"), new OrgEvent.Deactivated())
                        .state())
                .isEqualTo(new OrgState(true, false));
        ORG.given(new OrgEvent.Added("Default"), new OrgEvent.Removed())
                .when(new OrgCommand.EndSessions("admin"))
                .rejected(Kind.NOT_FOUND, "ORG_NOT_FOUND");
    }
}
