package dev.vesper.eventstore.write.project;

/**
 * A role that a project's users may have.
 *
 * @param key as apps see it in tokens
 * @param displayName for people
 * @param group by which an admin finds roles that belong together; empty for none
 */
public record Role(String key, String displayName, String group) {}
