package dev.vesper.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What we read of the log of the system before: each payload becomes that of our own event of the same name. All versions of
 * these events have one shape there. Nothing personal or secret is among what is read, so all of that may be in the topic.
 */
final class ForeignEvents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> RESPONSE_TYPES =
            List.of("RESPONSE_TYPE_CODE", "RESPONSE_TYPE_ID_TOKEN", "RESPONSE_TYPE_ID_TOKEN_TOKEN");
    private static final List<String> GRANT_TYPES = List.of(
            "GRANT_TYPE_AUTHORIZATION_CODE",
            "GRANT_TYPE_IMPLICIT",
            "GRANT_TYPE_REFRESH_TOKEN",
            "GRANT_TYPE_DEVICE_CODE",
            "GRANT_TYPE_TOKEN_EXCHANGE");
    private static final List<String> APP_TYPES = List.of("APP_TYPE_WEB", "APP_TYPE_USER_AGENT", "APP_TYPE_NATIVE");
    private static final List<String> AUTH_METHODS = List.of(
            "AUTH_METHOD_TYPE_BASIC",
            "AUTH_METHOD_TYPE_POST",
            "AUTH_METHOD_TYPE_NONE",
            "AUTH_METHOD_TYPE_PRIVATE_KEY_JWT");
    private static final List<String> TOKEN_TYPES = List.of("ACCESS_TOKEN_TYPE_BEARER", "ACCESS_TOKEN_TYPE_JWT");

    private static final Map<String, Upcast> READ = List.of(
                    named("instance.added", "name"),
                    same("instance.removed"),
                    new Upcast(
                            "instance.domain.added",
                            Set.of("domain", "generated"),
                            old -> old.put("generated", old.path("generated").asBoolean())),
                    same("instance.domain.primary.set", "domain"),
                    same("instance.domain.removed", "domain"),
                    new Upcast("instance.default.org.set", Set.of("orgId"), old -> renamed(old, "orgId", "orgID")),
                    named("org.added", "name"),
                    named("org.changed", "name"),
                    same("org.deactivated"),
                    same("org.reactivated"),
                    same("org.removed"),
                    named("project.added", "name"),
                    same("project.deactivated"),
                    same("project.reactivated"),
                    same("project.removed"),
                    named("project.application.added", "appId", "name"),
                    named("project.application.changed", "appId", "name"),
                    same("project.application.deactivated", "appId"),
                    same("project.application.reactivated", "appId"),
                    same("project.application.removed", "appId"),
                    new Upcast(
                            "project.application.config.oidc.added",
                            Set.of(
                                    "appId",
                                    "clientId",
                                    "redirectUris",
                                    "postLogoutRedirectUris",
                                    "responseTypes",
                                    "grantTypes",
                                    "applicationType",
                                    "authMethodType",
                                    "accessTokenType",
                                    "devMode",
                                    "backChannelLogoutURI"),
                            ForeignEvents::oidcConfig))
            .stream()
            .collect(toUnmodifiableMap(Upcast::name, Function.identity()));

    private ForeignEvents() {}

    static boolean areRead(String name) {
        return READ.containsKey(name);
    }

    /** @return what our record of that name holds */
    static ObjectNode upcast(String name, ObjectNode old) {
        return upcast(name).change().apply(only(name, old));
    }

    /** @return as it came, without what is not read */
    static ObjectNode only(String name, ObjectNode old) {
        return old.deepCopy().retain(upcast(name).fields());
    }

    private static Upcast upcast(String name) {
        Upcast known = READ.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + " of the system before is not read");
        }
        return known;
    }

    private static Upcast same(String name, String... fields) {
        return new Upcast(name, Set.of(fields), UnaryOperator.identity());
    }

    /** It left out an empty name. */
    private static Upcast named(String name, String... fields) {
        return new Upcast(
                name, Set.of(fields), old -> old.put("name", old.path("name").asText()));
    }

    private static ObjectNode renamed(ObjectNode payload, String from, String to) {
        payload.set(to, payload.remove(from));
        return payload;
    }

    /** Its enums are numbers, and it left out what was 0, false or empty. Its secret is hashed in a way that we do not know. */
    private static ObjectNode oidcConfig(ObjectNode old) {
        ObjectNode config = NODES.objectNode();
        config.set("redirectUris", texts(old, "redirectUris"));
        config.set("postLogoutRedirectUris", texts(old, "postLogoutRedirectUris"));
        config.set("responseTypes", names(old, "responseTypes", RESPONSE_TYPES));
        config.set("grantTypes", names(old, "grantTypes", GRANT_TYPES));
        config.put("appType", name(old, "applicationType", APP_TYPES));
        config.put("authMethodType", name(old, "authMethodType", AUTH_METHODS));
        config.put("accessTokenType", name(old, "accessTokenType", TOKEN_TYPES));
        config.put("devMode", old.path("devMode").asBoolean());
        if (old.hasNonNull("backChannelLogoutURI")) {
            config.set("backChannelLogoutURI", old.get("backChannelLogoutURI"));
        }
        config.put("backChannelLogoutSessionRequired", true);
        config.put("frontChannelLogoutSessionRequired", false);
        config.put("idTokenSignedResponseAlg", "RS256");
        ObjectNode added = NODES.objectNode();
        added.set("appId", old.path("appId"));
        added.set("clientID", old.path("clientId"));
        added.set("config", config);
        return added;
    }

    private static ArrayNode texts(ObjectNode old, String field) {
        return old.path(field) instanceof ArrayNode texts ? texts : NODES.arrayNode();
    }

    private static ArrayNode names(ObjectNode old, String field, List<String> names) {
        ArrayNode named = NODES.arrayNode();
        texts(old, field).forEach(number -> named.add(nameOf(number.asInt(), names)));
        return named;
    }

    private static String name(ObjectNode old, String field, List<String> names) {
        return nameOf(old.path(field).asInt(), names);
    }

    private static String nameOf(int number, List<String> names) {
        if (number < 0 || number >= names.size()) {
            throw new IllegalArgumentException(number + " is none of " + names);
        }
        return names.get(number);
    }

    /**
     * @param fields of the old payload that are read
     * @param change of an old payload with these fields alone
     */
    private record Upcast(String name, Set<String> fields, UnaryOperator<ObjectNode> change) {}
}
