package dev.vesper.projection.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.InstanceEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.ListLog;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Views;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SetupTest {
    private final Views views = new Views(AllProjections.list());
    private final Setup setup = new Setup(views.database());
    private final History history = new History(new People(), 1);
    private final ListLog log = new ListLog();

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void each_step_is_done_once_and_recorded() {
        List<String> before = views.rows("projections.setup_steps");

        setup.prepareTables(AllProjections.list());

        assertThat(before)
                .hasSize(AllProjections.list().size() + 5)
                .anyMatch(step -> step.contains("37_add_back_channel_logout_uri"))
                .anyMatch(step -> step.contains("39_add_api_configs"))
                .anyMatch(step -> step.contains("40_add_logout_settings"));
        assertThat(views.rows("projections.setup_steps")).isEqualTo(before);
    }

    @Test
    void step_37_gives_the_oidc_configuration_its_back_channel_logout_uri() {
        assertThat(views.rows("(SELECT data_type FROM information_schema.columns WHERE table_schema = 'projections'"
                        + " AND table_name = 'apps7_oidc_configs' AND column_name = 'back_channel_logout_uri')"))
                .containsExactly("(text)");
    }

    @Test
    void step_38_starts_the_back_channel_logout_handler_of_each_instance_at_the_current_position() {
        history.add("i1", "i1", new InstanceEvent.Added("one"));
        history.add("i2", "i2", new InstanceEvent.Added("two"));
        RecordedEvent last = history.add("i1", "s1", new SessionEvent.Terminated(null, "user"));
        log.append(history.events());

        setup.startHandlers(log);
        history.add("i1", "s2", new SessionEvent.Terminated(null, "user"));
        log.append(history.events().subList(3, 4));
        setup.startHandlers(log);

        long position = last.position();
        assertThat(views.rows("(SELECT projection_name, instance_id, position, start_position"
                        + " FROM projections.current_states)"))
                .containsExactly(
                        "(projections.notifications_back_channel_logout,i1,%d,%d)".formatted(position, position),
                        "(projections.notifications_back_channel_logout,i2,%d,%d)".formatted(position, position));
    }
}
