package dev.vesper.eventstore.write;

/**
 * Who asks for a change.
 *
 * @param userId becomes the creator of the events
 * @param orgId what they create belongs to this organisation; empty for the instance's default one
 */
public record AdminCaller(String instanceId, String userId, String orgId) {
    public AdminCaller(String instanceId, String userId) {
        this(instanceId, userId, "");
    }

    /** Of the configuration, above all instances. */
    public boolean isSystemUser() {
        return instanceId.isEmpty();
    }

    public AdminCaller within(String organisation) {
        return new AdminCaller(instanceId, userId, organisation);
    }

    public String orgOr(String defaultOrg) {
        return orgId.isEmpty() ? defaultOrg : orgId;
    }
}
