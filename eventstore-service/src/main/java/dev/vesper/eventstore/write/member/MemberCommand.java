package dev.vesper.eventstore.write.member;

import java.util.List;

/** What may be asked about a member. */
public sealed interface MemberCommand {
    String instanceId();

    String userId();

    record Add(String instanceId, String userId, List<String> roles) implements MemberCommand {}

    /** @param roles all that the member is to have */
    record Change(String instanceId, String userId, List<String> roles) implements MemberCommand {}

    record Remove(String instanceId, String userId) implements MemberCommand {}
}
