package dev.vesper.eventstore.write;

import dev.vesper.eventstore.log.Subject;

/** The things that can end, by name. */
public final class Subjects {
    private Subjects() {}

    public static Subject session(String instanceId, String sessionId) {
        return new Subject(instanceId, "session", sessionId);
    }

    public static Subject oidcSession(String instanceId, String oidcSessionId) {
        return new Subject(instanceId, "oidc_session", oidcSessionId);
    }

    public static Subject user(String instanceId, String userId) {
        return new Subject(instanceId, "user", userId);
    }

    public static Subject app(String instanceId, String appId) {
        return new Subject(instanceId, "app", appId);
    }

    public static Subject project(String instanceId, String projectId) {
        return new Subject(instanceId, "project", projectId);
    }

    public static Subject org(String instanceId, String orgId) {
        return new Subject(instanceId, "org", orgId);
    }

    public static Subject instance(String instanceId) {
        return new Subject(instanceId, "instance", instanceId);
    }
}
