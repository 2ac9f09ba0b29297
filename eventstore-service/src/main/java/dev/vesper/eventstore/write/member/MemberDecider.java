package dev.vesper.eventstore.write.member;

import dev.vesper.events.Event;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.List;

/** Decides who has which role on one aggregate. */
public final class MemberDecider {
    private MemberDecider() {}

    public static List<Event> decide(MemberLevel level, MemberCommand command, Members members) {
        String member = level.key(command.instanceId(), command.userId());
        List<String> held = members.rolesOf(member);
        return switch (command) {
            case MemberCommand.Add add -> {
                List<String> roles = checked(level, add.roles());
                if (held.equals(roles)) {
                    yield List.of();
                }
                requireNone(held);
                yield List.of(level.added(add.instanceId(), add.userId(), roles));
            }
            case MemberCommand.Change change -> {
                List<String> roles = checked(level, change.roles());
                requireSome(held);
                requireAnotherOwner(members, member, roles);
                yield held.equals(roles)
                        ? List.of()
                        : List.of(level.changed(change.instanceId(), change.userId(), roles));
            }
            case MemberCommand.Remove remove -> {
                requireSome(held);
                requireAnotherOwner(members, member, List.of());
                yield List.of(level.removed(remove.instanceId(), remove.userId()));
            }
        };
    }

    /** Each once and in order, so that the same roles compare as the same. */
    private static List<String> checked(MemberLevel level, List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            String name = roles.get(i);
            if (Role.of(name).filter(role -> role.level() == level).isEmpty()) {
                throw CommandRejected.invalid(
                        "ROLE_UNKNOWN", "roles[" + i + "]", "There is no such role to have there: " + name);
            }
        }
        if (roles.isEmpty()) {
            throw CommandRejected.invalid("ROLES_MISSING", "roles", "A member has at least one role.");
        }
        return roles.stream().distinct().sorted().toList();
    }

    private static void requireNone(List<String> held) {
        if (!held.isEmpty()) {
            throw CommandRejected.alreadyExists("MEMBER_EXISTS", "This user is a member there, with other roles.");
        }
    }

    private static void requireSome(List<String> held) {
        if (held.isEmpty()) {
            throw CommandRejected.notFound("MEMBER_NOT_FOUND", "This user is no member there.");
        }
    }

    /** An instance that nobody may administer any more could not be given back to anybody. */
    private static void requireAnotherOwner(Members members, String member, List<String> roles) {
        if (!roles.contains(Role.IAM_OWNER.name()) && members.isLast(member, Role.IAM_OWNER)) {
            throw CommandRejected.failedPrecondition("LAST_OWNER", "The last IAM_OWNER of an instance stays one.");
        }
    }
}
