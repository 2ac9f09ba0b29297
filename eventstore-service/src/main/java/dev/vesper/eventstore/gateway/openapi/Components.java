package dev.vesper.eventstore.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.rpc.Status;
import java.util.Map;
import java.util.TreeMap;

/** What operations share: how to authenticate, what a failure looks like, the consistency token. */
final class Components {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> FAILURES = new TreeMap<>(Map.of(
            "Failed400", "The request is wrong; a BadRequest detail names the fields.",
            "Failed401", "No bearer token, or not a good one.",
            "Failed403", "The token may not do that.",
            "Failed404", "There is no such thing; the ErrorInfo detail's reason says what.",
            "Failed409", "The name is taken, or something changed meanwhile.",
            "Failed429", "Too many calls; Retry-After says when to come again.",
            "Failed503", "A part of the system does not answer now; try again.",
            "Failed", "Anything else that failed."));

    private final Schemas schemas;

    Components(Schemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode toJson() {
        var components = JSON.objectNode();
        components.set("responses", responses());
        components.putObject("parameters").set("ConsistencyToken", consistencyToken());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "A personal access token, or a JWT access token for the audience of the admin API.");
        components.set("schemas", schemas.toJson());
        return components;
    }

    private ObjectNode responses() {
        var failure = schemas.reference(Status.getDescriptor());
        var responses = JSON.objectNode();
        FAILURES.forEach((name, description) -> responses
                .putObject(name)
                .put("description", description)
                .putObject("content")
                .putObject("application/json")
                .set("schema", failure));
        return responses;
    }

    private static ObjectNode consistencyToken() {
        var parameter = JSON.objectNode()
                .put("name", "X-Consistency-Token")
                .put("in", "header")
                .put("description", "Of a write's details: a read that carries it waits until it has seen that write.");
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }
}
