package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.DeciderSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoleDecisionsTest {
    private static final DeciderSpec<ProjectCommand, ProjectState, ProjectEvent> PROJECT =
            new DeciderSpec<>(ProjectDecider.initialState(), ProjectDecider::decide, ProjectDecider::evolve);
    private static final ProjectEvent PROJECT_ADDED = new ProjectEvent.Added("Demo");
    private static final ProjectEvent ROLE_ADDED = new ProjectEvent.RoleAdded("admin", "Administrator", "Staff");

    @Test
    void a_role_is_shown_by_its_key_when_nothing_else_is_said() {
        PROJECT.given(PROJECT_ADDED)
                .when(add(new Role(" reader ", "", "")))
                .then(new ProjectEvent.RoleAdded("reader", "reader", null));
    }

    @Test
    void of_many_roles_all_are_added_or_none() {
        PROJECT.given(PROJECT_ADDED)
                .when(add(new Role("a", "A", ""), new Role("b", "B", "Staff")))
                .then(new ProjectEvent.RoleAdded("a", "A", null), new ProjectEvent.RoleAdded("b", "B", "Staff"));
        PROJECT.given(PROJECT_ADDED, ROLE_ADDED)
                .when(add(new Role("a", "A", ""), new Role("admin", "B", "")))
                .rejected(Kind.ALREADY_EXISTS, "ROLE_KEY_TAKEN");
        PROJECT.given(PROJECT_ADDED)
                .when(add(new Role("a", "A", ""), new Role("a", "B", "")))
                .rejected(Kind.ALREADY_EXISTS, "ROLE_KEY_TAKEN");
    }

    @Test
    void a_bad_role_is_refused_by_its_place() {
        PROJECT.given(PROJECT_ADDED).when(add(new Role("", "A", ""))).invalid("key");
        PROJECT.given(PROJECT_ADDED)
                .when(add(new Role("a", "A", ""), new Role("b c", "B", "")))
                .invalid("roles[1].key");
        PROJECT.given(PROJECT_ADDED)
                .when(add(new Role("a", "A".repeat(201), "")))
                .invalid("displayName");
        PROJECT.given(PROJECT_ADDED).when(add()).invalid("roles");
    }

    @Test
    void a_project_has_no_more_roles_than_an_admin_can_look_through() {
        var many = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> new Role("r" + i, "", ""))
                .toArray(Role[]::new);
        PROJECT.given(PROJECT_ADDED).when(add(many)).rejected(Kind.FAILED_PRECONDITION, "TOO_MANY_ROLES");
    }

    @Test
    void a_role_is_changed_and_removed_as_long_as_it_is_there() {
        var given = PROJECT.given(PROJECT_ADDED, ROLE_ADDED);
        given.when(new ProjectCommand.ChangeRole(new Role("admin", "Chief", "")))
                .then(new ProjectEvent.RoleChanged("admin", "Chief", null));
        given.when(new ProjectCommand.ChangeRole(new Role("admin", "Administrator", "Staff")))
                .nothing();
        given.when(new ProjectCommand.RemoveRole("admin")).then(new ProjectEvent.RoleRemoved("admin"));
        given.and(new ProjectCommand.RemoveRole("admin"))
                .when(new ProjectCommand.RemoveRole("admin"))
                .rejected(Kind.NOT_FOUND, "ROLE_NOT_FOUND");
        given.when(new ProjectCommand.ChangeRole(new Role("other", "", ""))).rejected(Kind.NOT_FOUND, "ROLE_NOT_FOUND");
    }

    private static ProjectCommand add(Role... roles) {
        return new ProjectCommand.AddRoles(List.of(roles));
    }
}
