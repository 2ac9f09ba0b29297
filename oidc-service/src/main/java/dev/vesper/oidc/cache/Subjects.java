package dev.vesper.oidc.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.events.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What cached answers are about, and which events change it. */
final class Subjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> END_OF_USER =
            Set.of("user.deactivated", "user.locked", "user.removed", "user.sessions.ended");
    private static final Set<String> END_OF_MANY = Set.of(
            "project.application.removed",
            "project.application.deactivated",
            "project.application.sessions.ended",
            "project.removed",
            "project.deactivated",
            "org.removed",
            "org.deactivated",
            "org.sessions.ended",
            "instance.removed",
            "instance.sessions.ended");

    private Subjects() {}

    /** @throws IllegalArgumentException for a payload that is not JSON */
    static List<String> changedBy(RecordedEvent event) {
        List<String> changed = new ArrayList<>();
        String instance = event.instanceId();
        if (END_OF_MANY.contains(event.type())) {
            changed.add(ends(instance));
        }
        switch (event.aggregateType()) {
            case "oidc_session" -> changed.add(oidcSession(instance, event.aggregateId()));
            case "instance" -> changed.add(instance(instance));
            case "project" ->
                changed.add(
                        event.type().startsWith("project.application.")
                                ? app(instance, appId(event))
                                : project(instance, event.aggregateId()));
            case "session" -> {
                if (event.type().equals("session.terminated")) {
                    changed.add(session(instance, event.aggregateId()));
                }
            }
            case "user" -> {
                if (END_OF_USER.contains(event.type())) {
                    changed.add(user(instance, event.aggregateId()));
                }
            }
            default -> {}
        }
        return changed;
    }

    static String oidcSession(String instance, String id) {
        return instance + "/oidc_session/" + id;
    }

    static String session(String instance, String id) {
        return instance + "/session/" + id;
    }

    static String user(String instance, String id) {
        return instance + "/user/" + id;
    }

    static String app(String instance, String id) {
        return instance + "/app/" + id;
    }

    static String project(String instance, String id) {
        return instance + "/project/" + id;
    }

    static String instance(String instance) {
        return instance + "/instance";
    }

    /** An end of an app, project, organisation or the instance: rare, and it may concern any token. */
    static String ends(String instance) {
        return instance + "/ends";
    }

    private static String appId(RecordedEvent event) {
        try {
            return JSON.readTree(event.payload()).path("appId").asText();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("payload of " + event.type() + " is not JSON", broken);
        }
    }
}
