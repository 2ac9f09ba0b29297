package dev.vesper.eventstore.log;

/**
 * Something that can end.
 *
 * @param kind session, oidc_session, user, app, project, org or instance
 */
public record Subject(String instanceId, String kind, String id) {}
