package dev.vesper.eventstore.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.vesper.eventstore.gateway.rest.Route;
import dev.vesper.proto.admin.v1.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One route as an OpenAPI operation. */
final class Operation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> FAILURES = List.of("400", "401", "403", "404", "409", "429", "503", "default");

    private static final String ONE = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final Route route;
    private final Schemas schemas;
    private final ProtoComments comments;
    private final Set<String> inPath;

    Operation(Route route, Schemas schemas, ProtoComments comments) {
        this.route = route;
        this.schemas = schemas;
        this.comments = comments;
        this.inPath = Set.copyOf(route.path().variables());
    }

    /** @param number of this route among those of its method; ids must be unique */
    ObjectNode toJson(int number) {
        var method = route.method();
        var operation = JSON.objectNode()
                .put(
                        "operationId",
                        method.getService().getName() + "_" + method.getName() + (number == 0 ? "" : "_" + number));
        operation.putArray("tags").add(method.getService().getName());
        operation.put("summary", words(method.getName()));
        var comment = comments.of(method);
        if (!comment.isEmpty()) {
            operation.put("description", comment);
        }
        var permission = method.getOptions().getExtension(Permission.permission);
        operation.put("x-vesper-permission", permission);
        operation.putArray("security").addObject().putArray("bearer").add(permission);
        operation.set("parameters", parameters());
        if (route.takesBody()) {
            operation.set("requestBody", requestBody());
        }
        operation.set("responses", responses());
        return operation;
    }

    /** {@code CreateOidcApp} as {@code Create oidc app}. */
    private static String words(String name) {
        var spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private ArrayNode parameters() {
        var parameters = JSON.arrayNode();
        var request = route.method().getInputType();
        for (var variable : route.path().variables()) {
            var field = request.findFieldByName(variable);
            var schema = field == null ? JSON.objectNode().put("type", "string") : schemas.of(field);
            parameters.add(parameter("path", OpenApi.jsonName(variable), schema).put("required", true));
        }
        if (!route.takesWholeRequest()) {
            query(parameters, request, "", new HashSet<>());
        }
        parameters.add(JSON.objectNode().put("$ref", "#/components/parameters/ConsistencyToken"));
        return parameters;
    }

    private void query(ArrayNode parameters, Descriptor type, String prefix, Set<Descriptor> above) {
        if (!above.add(type)) {
            return;
        }
        for (var field : type.getFields()) {
            var isElsewhere = prefix.isEmpty()
                    && (inPath.contains(field.getName()) || field.getName().equals(route.body()));
            if (isElsewhere || field.isMapField()) {
                continue;
            }
            if (OpenApi.isStructure(field)) {
                if (!field.isRepeated()) {
                    query(parameters, field.getMessageType(), prefix + field.getJsonName() + ".", above);
                }
            } else {
                parameters.add(parameter("query", prefix + field.getJsonName(), schemas.of(field)));
            }
        }
        above.remove(type);
    }

    private static ObjectNode parameter(String in, String name, ObjectNode schema) {
        var parameter = JSON.objectNode().put("name", name).put("in", in);
        if (schema.remove("description") instanceof TextNode description) {
            parameter.set("description", description);
        }
        return parameter.set("schema", schema);
    }

    private ObjectNode requestBody() {
        return content(JSON.objectNode().put("required", true), ONE, bodySchema());
    }

    private ObjectNode bodySchema() {
        var request = route.method().getInputType();
        if (route.takesWholeRequest()) {
            return schemas.reference(request, inPath);
        }
        FieldDescriptor field = request.findFieldByName(route.body());
        return field == null ? schemas.reference(request) : schemas.of(field);
    }

    private ObjectNode responses() {
        var responses = JSON.objectNode();
        var success = JSON.objectNode().put("description", "Done.");
        var answer = schemas.reference(route.method().getOutputType());
        responses.set("200", content(success, route.method().isServerStreaming() ? EVENTS : ONE, answer));
        for (var status : FAILURES) {
            var name = status.equals("default") ? "Failed" : "Failed" + status;
            responses.set(status, JSON.objectNode().put("$ref", "#/components/responses/" + name));
        }
        return responses;
    }

    private static ObjectNode content(ObjectNode holder, String mediaType, ObjectNode schema) {
        holder.putObject("content").putObject(mediaType).set("schema", schema);
        return holder;
    }
}
