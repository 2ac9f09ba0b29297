package dev.vesper.eventstore.write.org;

/** What may be asked of an organisation. */
public sealed interface OrgCommand {
    record Add(String name) implements OrgCommand {}

    record EndSessions(String reason) implements OrgCommand {}
}
