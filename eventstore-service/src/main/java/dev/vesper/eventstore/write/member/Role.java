package dev.vesper.eventstore.write.member;

import java.util.Arrays;
import java.util.Optional;

/** A set of permissions; which ones is the gateway's to say. Each is given on one kind of aggregate only. */
public enum Role {
    SYSTEM_OWNER(MemberLevel.SYSTEM),
    IAM_OWNER(MemberLevel.INSTANCE),
    IAM_OWNER_VIEWER(MemberLevel.INSTANCE),
    IAM_LOGIN_CLIENT(MemberLevel.INSTANCE),
    ORG_OWNER(MemberLevel.ORG),
    ORG_USER_MANAGER(MemberLevel.ORG),
    ORG_PROJECT_PERMISSION(MemberLevel.ORG),
    PROJECT_OWNER(MemberLevel.PROJECT);

    private final MemberLevel level;

    Role(MemberLevel level) {
        this.level = level;
    }

    public MemberLevel level() {
        return level;
    }

    /** Empty for a name that is no role, as one may be that a later release knew. */
    public static Optional<Role> of(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
