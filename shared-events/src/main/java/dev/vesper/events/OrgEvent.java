package dev.vesper.events;

/** An organisation: the owner of users and projects. Aggregate {@code org}. */
public sealed interface OrgEvent extends Event {

    record Added(String name) implements OrgEvent {}

    record Changed(String name) implements OrgEvent {}

    record Deactivated() implements OrgEvent {}

    record Reactivated() implements OrgEvent {}

    record Removed() implements OrgEvent {}

    /** @param generated whether it was made from the organisation's name */
    record DomainAdded(String domain, boolean generated) implements OrgEvent {}

    /** From here on no other organisation of the instance can have it. */
    record DomainVerified(String domain) implements OrgEvent {}

    record DomainPrimarySet(String domain) implements OrgEvent {}

    record DomainRemoved(String domain) implements OrgEvent {}

    /** A bulk end: counts at once for every session of the organisation's users. */
    record SessionsEnded(String reason) implements OrgEvent {}
}
