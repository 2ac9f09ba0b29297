package dev.vesper.events;

/** An organisation: the owner of users and projects. Aggregate {@code org}. */
public sealed interface OrgEvent extends Event {

    record Added(String name) implements OrgEvent {}

    record Changed(String name) implements OrgEvent {}

    record Deactivated() implements OrgEvent {}

    record Reactivated() implements OrgEvent {}

    record Removed() implements OrgEvent {}

    /** A bulk end: counts at once for every session of the organisation's users. */
    record SessionsEnded(String reason) implements OrgEvent {}
}
