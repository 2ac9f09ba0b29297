package dev.vesper.eventstore.write.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.SystemEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemberDeciderTest {
    private static final DeciderSpec<MemberCommand, Members, Event> INSTANCE = at(MemberLevel.INSTANCE);
    private static final DeciderSpec<MemberCommand, Members, Event> ORG = at(MemberLevel.ORG);

    @Test
    void a_user_becomes_a_member_gets_other_roles_and_is_none_any_more() {
        ORG.given()
                .when(add("ada", "ORG_USER_MANAGER", "ORG_OWNER", "ORG_OWNER"))
                .then(new OrgEvent.MemberAdded("ada", List.of("ORG_OWNER", "ORG_USER_MANAGER")));
        ORG.given()
                .and(add("ada", "ORG_OWNER"))
                .when(new MemberCommand.Change("i", "ada", List.of("ORG_USER_MANAGER")))
                .then(new OrgEvent.MemberChanged("ada", List.of("ORG_USER_MANAGER")));
        ORG.given()
                .and(add("ada", "ORG_OWNER"))
                .when(new MemberCommand.Remove("i", "ada"))
                .then(new OrgEvent.MemberRemoved("ada"));
    }

    @Test
    void what_holds_already_writes_nothing() {
        ORG.given().and(add("ada", "ORG_OWNER")).when(add("ada", "ORG_OWNER")).nothing();
        ORG.given()
                .and(add("ada", "ORG_OWNER"))
                .when(new MemberCommand.Change("i", "ada", List.of("ORG_OWNER")))
                .nothing();
    }

    @Test
    void only_members_can_be_changed_or_removed_and_only_others_added() {
        ORG.given()
                .when(new MemberCommand.Change("i", "ada", List.of("ORG_OWNER")))
                .rejected(Kind.NOT_FOUND, "MEMBER_NOT_FOUND");
        ORG.given().when(new MemberCommand.Remove("i", "ada")).rejected(Kind.NOT_FOUND, "MEMBER_NOT_FOUND");
        ORG.given()
                .and(add("ada", "ORG_OWNER"))
                .when(add("ada", "ORG_USER_MANAGER"))
                .rejected(Kind.ALREADY_EXISTS, "MEMBER_EXISTS");
    }

    @Test
    void a_role_is_had_where_it_belongs_and_nowhere_else() {
        ORG.given().when(add("ada", "IAM_OWNER")).rejected(Kind.INVALID, "ROLE_UNKNOWN");
        ORG.given().when(add("ada", "ROOT")).rejected(Kind.INVALID, "ROLE_UNKNOWN");
        INSTANCE.given().when(add("ada", "SYSTEM_OWNER")).rejected(Kind.INVALID, "ROLE_UNKNOWN");
        ORG.given().when(add("ada")).rejected(Kind.INVALID, "ROLES_MISSING");
    }

    @Test
    void the_last_owner_of_an_instance_stays_one() {
        var one = INSTANCE.given(new InstanceEvent.MemberAdded("ada", List.of("IAM_OWNER")));
        one.when(new MemberCommand.Remove("i", "ada")).rejected(Kind.FAILED_PRECONDITION, "LAST_OWNER");
        one.when(new MemberCommand.Change("i", "ada", List.of("IAM_OWNER_VIEWER")))
                .rejected(Kind.FAILED_PRECONDITION, "LAST_OWNER");
        one.and(add("grace", "IAM_OWNER"))
                .when(new MemberCommand.Remove("i", "ada"))
                .then(new InstanceEvent.MemberRemoved("ada"));
    }

    @Test
    void a_member_of_the_system_is_known_by_instance_and_id() {
        var system = at(MemberLevel.SYSTEM);
        var members = system.given(new SystemEvent.MemberAdded("one", "ada", List.of("SYSTEM_OWNER")))
                .state();

        assertThat(members.rolesOf(MemberLevel.SYSTEM.key("one", "ada"))).containsExactly("SYSTEM_OWNER");
        assertThat(members.rolesOf(MemberLevel.SYSTEM.key("other", "ada"))).isEmpty();
    }

    private static DeciderSpec<MemberCommand, Members, Event> at(MemberLevel level) {
        return new DeciderSpec<>(
                Members.NONE,
                (command, members) -> MemberDecider.decide(level, command, members),
                level.kind().evolve());
    }

    private static MemberCommand add(String userId, String... roles) {
        return new MemberCommand.Add("i", userId, List.of(roles));
    }
}
