package dev.vesper.events;

import java.util.List;

/** What a member event says, on whichever aggregate: from now on this user has these roles there, and no others. */
public sealed interface Membership
        permits InstanceEvent.MemberAdded,
                InstanceEvent.MemberChanged,
                InstanceEvent.MemberRemoved,
                OrgEvent.MemberAdded,
                OrgEvent.MemberChanged,
                OrgEvent.MemberRemoved,
                ProjectEvent.MemberAdded,
                ProjectEvent.MemberChanged,
                ProjectEvent.MemberRemoved,
                SystemEvent.MemberAdded,
                SystemEvent.MemberChanged,
                SystemEvent.MemberRemoved {
    String userId();

    /** None: no member any more. */
    List<String> roles();
}
