package dev.vesper.eventstore.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.write.member.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which role may call which method, all of it. */
final class RoleMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "permissions.md");

    private final RoleTable table = new RoleTable();

    @Test
    void each_role_may_call_exactly_the_methods_that_the_page_lists() throws IOException {
        var now = page();
        if (Boolean.getBoolean("vesper.golden.write")) {
            Files.writeString(PAGE, now);
        }
        assertThat(now)
                .as("write the page anew by -DargLine=-Dvesper.golden.write=true, and look at what changed")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void each_permission_is_held_by_somebody() {
        assertThat(AllMethods.all())
                .allSatisfy(method -> assertThat(holders(method.permission())).isNotEmpty());
    }

    @Test
    void the_table_has_a_line_for_each_role_and_no_other() {
        var roles = Stream.concat(Arrays.stream(Role.values()).map(Role::name), Stream.of(RoleTable.SELF));

        assertThat(table.roles()).containsExactlyInAnyOrderElementsOf(roles.toList());
    }

    @Test
    void a_star_stands_for_any_text_and_nothing_else_does() {
        assertThat(table.grants("SYSTEM_OWNER", "system.instance.write")).isTrue();
        assertThat(table.grants("SYSTEM_OWNER", "systemXinstance")).isFalse();
        assertThat(table.grants("IAM_OWNER_VIEWER", "user.write")).isFalse();
        assertThat(table.grants("NOBODY", "user.read")).isFalse();
    }

    @Test
    void only_owners_of_the_system_reach_what_is_above_the_instances() {
        assertThat(AllMethods.all())
                .filteredOn(method -> method.name().startsWith("vesper.system."))
                .allSatisfy(method -> assertThat(holders(method.permission())).containsExactly("SYSTEM_OWNER"));
    }

    private List<String> holders(String permission) {
        return Stream.concat(Arrays.stream(Role.values()).map(Role::name), Stream.of(RoleTable.SELF))
                .filter(role -> table.grants(role, permission))
                .toList();
    }

    private String page() {
        return AllMethods.all().stream()
                .map(method -> "| %s | `%s` | %s |"
                        .formatted(
                                method.name().replaceFirst("vesper\\.", ""),
                                method.permission(),
                                String.join(", ", holders(method.permission()))))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static final String HEAD = """
            # Who may call what

            Made from the `.proto` files and `roles.properties`. A role holds where its member has it: `IAM_...` in an instance, `ORG_...` in one
            organisation, `PROJECT_...` in one project, `SYSTEM_OWNER` above all instances. `SELF` is everybody, towards what is their own.

            | method | permission | roles |
            | --- | --- | --- |
            """;
}
