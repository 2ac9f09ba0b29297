package dev.vesper.eventstore.write;

/**
 * Who asks for a change.
 *
 * @param userId becomes the creator of the events
 */
public record AdminCaller(String instanceId, String userId) {}
