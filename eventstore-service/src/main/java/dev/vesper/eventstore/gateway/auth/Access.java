package dev.vesper.eventstore.gateway.auth;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.member.MemberLevel;
import dev.vesper.eventstore.write.member.Memberships;
import dev.vesper.eventstore.write.member.Role;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Says where a caller holds a permission. Roles come fresh from the log at each call. Only the list of places where
 * somebody was ever made a member is remembered for a moment: what is missing in it gives nothing too much.
 */
@Singleton
final class Access {
    /** What is above all instances. */
    private static final List<String> SYSTEM = List.of("system.", "projections.");

    private final RoleTable table;
    private final Memberships memberships;
    private final Cache<Member, Set<String>> places;

    Access(RoleTable table, Memberships memberships, EventstoreConfig config) {
        this.table = table;
        this.memberships = memberships;
        this.places = Caffeine.newBuilder()
                .expireAfterWrite(config.gateway().tokenCache().ttl())
                .maximumSize(config.gateway().tokenCache().size())
                .build();
    }

    Reach reach(AdminCaller caller, String permission) {
        if (SYSTEM.stream().anyMatch(permission::startsWith)) {
            return table.grants(systemRoles(caller), permission) ? Reach.EVERYTHING : Reach.NOTHING;
        }
        if (caller.isSystemUser()) {
            return Reach.NOTHING;
        }
        var instanceId = caller.instanceId();
        if (table.grants(
                memberships.roles(MemberLevel.INSTANCE, instanceId, instanceId, caller.userId()), permission)) {
            return Reach.EVERYTHING;
        }
        return new Reach(
                false,
                places(MemberLevel.ORG, caller, permission),
                places(MemberLevel.PROJECT, caller, permission),
                table.grants(RoleTable.SELF, permission) ? caller.userId() : "");
    }

    private List<String> systemRoles(AdminCaller caller) {
        return caller.isSystemUser()
                ? List.of(Role.SYSTEM_OWNER.name())
                : memberships.roles(MemberLevel.SYSTEM, caller.instanceId(), "", caller.userId());
    }

    private Set<String> places(MemberLevel level, AdminCaller caller, String permission) {
        var instanceId = caller.instanceId();
        var member = new Member(level, instanceId, caller.userId());
        return places.get(member, _ -> memberships.candidates(level, instanceId, caller.userId())).stream()
                .filter(id -> table.grants(memberships.roles(level, instanceId, id, caller.userId()), permission))
                .collect(toUnmodifiableSet());
    }

    private record Member(MemberLevel level, String instanceId, String userId) {}
}
