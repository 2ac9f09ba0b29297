package dev.vesper.eventstore.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.member.MemberCommand;
import dev.vesper.eventstore.write.member.MemberDecider;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An installation from before there were roles. */
final class AdminIsOwnerTest {
    private final TestLogs logs = TestLogs.create();
    private final WriteSide pod = new WriteSide(logs.log(), 10);

    @AfterEach
    void close() {
        pod.close();
        logs.close();
    }

    @Test
    void its_first_admin_owns_it_and_the_system() {
        firstAdmin();

        new AdminIsOwner(pod.pipeline, logs.log()).run();

        assertThat(roles(MemberLevel.INSTANCE, "default", "default", "first-admin"))
                .containsExactly("IAM_OWNER");
        assertThat(roles(MemberLevel.SYSTEM, "", "SYSTEM", "default/first-admin"))
                .containsExactly("SYSTEM_OWNER");
    }

    @Test
    void whoever_lost_their_role_since_does_not_get_it_back() {
        firstAdmin();
        new AdminIsOwner(pod.pipeline, logs.log()).run();
        change(new MemberCommand.Add("default", "grace", List.of("IAM_OWNER")));
        change(new MemberCommand.Remove("default", "first-admin"));
        int events = types().size();

        new AdminIsOwner(pod.pipeline, logs.log()).run();

        assertThat(types()).hasSize(events);
        assertThat(roles(MemberLevel.INSTANCE, "default", "default", "first-admin"))
                .isEmpty();
    }

    private void firstAdmin() {
        pod.userKeys.create("default", "first-admin");
        var added = UserDecider.decide(
                new UserCommand.AddHuman(TestUsers.human("admin"), null), UserDecider.initialState());
        pod.pipeline.execute(unit -> {
            unit.begin(new AggregateId("default", "user", "first-admin"), WriteSide.ORG, "setup", added);
            return added;
        });
    }

    private void change(MemberCommand command) {
        pod.pipeline.execute(unit -> {
            var members = unit.load(MemberLevel.INSTANCE.kind(), "default", "default");
            unit.append(members, "test", MemberDecider.decide(MemberLevel.INSTANCE, command, members.state()));
            return members;
        });
    }

    private List<String> roles(MemberLevel level, String instanceId, String id, String member) {
        return pod.pipeline
                .aggregates()
                .load(level.kind(), instanceId, id)
                .state()
                .rolesOf(member);
    }

    private List<String> types() {
        return logs.log()
                .read(LogQuery.builder().build())
                .map(RecordedEvent::type)
                .toList();
    }
}
