package dev.vesper.eventstore.write.project;

import dev.vesper.events.ProjectEvent;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides about the roles of a project. */
final class RoleDecisions {
    /** A token carries all roles of a person, so a project has no more than an admin can look through. */
    private static final int MAX_ROLES = 1000;

    private static final int MAX_LENGTH = 200;

    private RoleDecisions() {}

    static List<ProjectEvent> decide(ProjectCommand.OfRole command, ProjectState state) {
        return switch (command) {
            case ProjectCommand.AddRoles add -> add(add.roles(), state);
            case ProjectCommand.ChangeRole change -> change(change.role(), state);
            case ProjectCommand.RemoveRole remove -> {
                existing(remove.key(), state);
                yield List.of(new ProjectEvent.RoleRemoved(remove.key()));
            }
        };
    }

    private static List<ProjectEvent> add(List<Role> roles, ProjectState state) {
        if (roles.isEmpty()) {
            throw invalid("roles", "roles must name at least one role.");
        }
        if (state.roles().size() + roles.size() > MAX_ROLES) {
            throw CommandRejected.failedPrecondition(
                    "TOO_MANY_ROLES", "A project may have " + MAX_ROLES + " roles at most.");
        }
        String place = roles.size() == 1 ? "" : "roles[%d].";
        Set<String> keys = new HashSet<>(state.roles().keySet());
        return IntStream.range(0, roles.size())
                .mapToObj(i -> checked(roles.get(i), place.formatted(i)))
                .map(role -> added(role, keys))
                .toList();
    }

    private static ProjectEvent added(Role role, Set<String> keys) {
        if (!keys.add(role.key())) {
            throw CommandRejected.alreadyExists("ROLE_KEY_TAKEN", "The project has a role " + role.key() + ".");
        }
        return new ProjectEvent.RoleAdded(role.key(), role.displayName(), orNull(role.group()));
    }

    private static List<ProjectEvent> change(Role asked, ProjectState state) {
        Role before = existing(asked.key(), state);
        Role role = checked(asked, "");
        return role.equals(before)
                ? List.of()
                : List.of(new ProjectEvent.RoleChanged(role.key(), role.displayName(), orNull(role.group())));
    }

    private static Role existing(String key, ProjectState state) {
        Role role = state.roles().get(key);
        if (role == null) {
            throw CommandRejected.notFound("ROLE_NOT_FOUND", "There is no such role in the project.");
        }
        return role;
    }

    private static Role checked(Role role, String place) {
        String key = role.key().strip();
        if (key.isEmpty() || key.length() > MAX_LENGTH || key.chars().anyMatch(Character::isWhitespace)) {
            throw invalid(place + "key", "key must have 1 to " + MAX_LENGTH + " characters and no blanks.");
        }
        String shown = role.displayName().strip();
        if (shown.length() > MAX_LENGTH) {
            throw invalid(place + "displayName", "displayName must have at most " + MAX_LENGTH + " characters.");
        }
        String group = role.group().strip();
        if (group.length() > MAX_LENGTH) {
            throw invalid(place + "group", "group must have at most " + MAX_LENGTH + " characters.");
        }
        return new Role(key, shown.isEmpty() ? key : shown, group);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static CommandRejected invalid(String field, String message) {
        return CommandRejected.invalid("INVALID_ROLE", field, message);
    }
}
