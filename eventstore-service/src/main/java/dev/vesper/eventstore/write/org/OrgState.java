package dev.vesper.eventstore.write.org;

/** What decisions in an organisation need to know. */
public record OrgState(boolean present, boolean active) {}
