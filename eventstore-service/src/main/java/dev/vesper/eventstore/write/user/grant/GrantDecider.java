package dev.vesper.eventstore.write.user.grant;

import dev.vesper.events.Event;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserGrantEvent;
import dev.vesper.eventstore.write.AggregateKind;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which roles of which projects a user has: one grant per project. */
public final class GrantDecider {
    public static final AggregateKind<Map<String, Grant>, Event> KIND =
            AggregateKind.of("user", Event.class, initialState(), GrantDecider::evolve);

    private static final int MOST_ROLES = 200;
    private static final int LONGEST_ROLE = 200;
    private static final int MOST_GRANTS = 1_000;

    private GrantDecider() {}

    /** Roles of one project. */
    public record Grant(String projectId, List<String> roleKeys) {}

    /** What may be asked of a user's grants. */
    sealed interface Command {
        record Add(String grantId, String projectId, List<String> roleKeys) implements Command {}

        record Change(String grantId, List<String> roleKeys) implements Command {}

        record Remove(String grantId) implements Command {}
    }

    static Map<String, Grant> initialState() {
        return Map.of();
    }

    static List<UserGrantEvent> decide(Command command, Map<String, Grant> state) {
        return switch (command) {
            case Command.Add add -> add(add, state);
            case Command.Change change -> {
                List<String> roles = checked(change.roleKeys());
                yield existing(change.grantId(), state).roleKeys().equals(roles)
                        ? List.of()
                        : List.of(new UserGrantEvent.Changed(change.grantId(), roles));
            }
            case Command.Remove remove -> {
                existing(remove.grantId(), state);
                yield List.of(new UserGrantEvent.Removed(remove.grantId()));
            }
        };
    }

    static Map<String, Grant> evolve(Map<String, Grant> state, Event event) {
        return switch (event) {
            case UserGrantEvent.Added added ->
                with(state, added.grantId(), new Grant(added.projectId(), added.roleKeys()));
            case UserGrantEvent.Changed changed -> {
                Grant old = state.get(changed.grantId());
                yield old == null
                        ? state
                        : with(state, changed.grantId(), new Grant(old.projectId(), changed.roleKeys()));
            }
            case UserGrantEvent.Removed removed -> {
                Map<String, Grant> all = new HashMap<>(state);
                all.remove(removed.grantId());
                yield Map.copyOf(all);
            }
            case UserEvent.Removed _ -> Map.of();
            default -> state;
        };
    }

    static Grant existing(String grantId, Map<String, Grant> state) {
        Grant grant = state.get(grantId);
        if (grant == null) {
            throw CommandRejected.notFound("USER_GRANT_NOT_FOUND", "The user has no such grant.");
        }
        return grant;
    }

    private static List<UserGrantEvent> add(Command.Add add, Map<String, Grant> state) {
        if (state.values().stream().anyMatch(grant -> grant.projectId().equals(add.projectId()))) {
            throw CommandRejected.alreadyExists(
                    "USER_GRANT_EXISTS", "The user has a grant for this project; change it.");
        }
        if (state.size() >= MOST_GRANTS) {
            throw CommandRejected.failedPrecondition(
                    "TOO_MANY_GRANTS", "A user has at most " + MOST_GRANTS + " grants.");
        }
        return List.of(new UserGrantEvent.Added(add.grantId(), add.projectId(), checked(add.roleKeys())));
    }

    private static List<String> checked(List<String> roleKeys) {
        if (roleKeys.isEmpty() || roleKeys.size() > MOST_ROLES) {
            throw invalid("roleKeys must hold 1 to " + MOST_ROLES + " roles.");
        }
        for (String role : roleKeys) {
            if (role.isBlank() || role.length() > LONGEST_ROLE) {
                throw invalid("Each of roleKeys must have 1 to " + LONGEST_ROLE + " characters.");
            }
        }
        return roleKeys.stream().distinct().toList();
    }

    private static CommandRejected invalid(String message) {
        return CommandRejected.invalid("INVALID_USER_GRANT", "roleKeys", message);
    }

    private static Map<String, Grant> with(Map<String, Grant> state, String grantId, Grant grant) {
        Map<String, Grant> all = new HashMap<>(state);
        all.put(grantId, grant);
        return Map.copyOf(all);
    }
}
