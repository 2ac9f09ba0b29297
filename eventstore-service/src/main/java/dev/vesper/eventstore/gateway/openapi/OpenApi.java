package dev.vesper.eventstore.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.vesper.eventstore.gateway.rest.Route;
import dev.vesper.eventstore.gateway.rest.Routes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 document of all routes. */
final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z0-9_.]+)(?:=[^}]+)?}");

    private final Routes routes;
    private final ProtoComments comments;
    private final Schemas schemas;

    OpenApi(Routes routes, ProtoComments comments) {
        this.routes = routes;
        this.comments = comments;
        this.schemas = new Schemas(comments);
    }

    ObjectNode document() {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Vesper admin API")
                .put("version", "v1")
                .put("description", "The same operations are served over gRPC, on the same port, with the same tokens.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("bearer");
        tags(document);
        document.set("paths", paths());
        document.set("components", new Components(schemas).toJson());
        return document;
    }

    private void tags(ObjectNode document) {
        Map<String, ServiceDescriptor> services = new TreeMap<>();
        routes.all()
                .forEach(route -> services.put(
                        route.method().getService().getName(), route.method().getService()));
        var tags = document.putArray("tags");
        services.forEach(
                (name, service) -> tags.addObject().put("name", name).put("description", comments.of(service)));
    }

    private ObjectNode paths() {
        Map<String, ObjectNode> byPath = new TreeMap<>();
        Map<MethodDescriptor, Integer> seen = new HashMap<>();
        for (Route route : routes.all()) {
            var operation =
                    new Operation(route, schemas, comments).toJson(seen.merge(route.method(), 1, Integer::sum) - 1);
            byPath.computeIfAbsent(path(route), _ -> JSON.objectNode())
                    .set(route.httpMethod().toLowerCase(Locale.ROOT), operation);
        }
        var paths = JSON.objectNode();
        byPath.forEach(paths::set);
        return paths;
    }

    /** {@code /users/{user_id}} as {@code /users/{userId}}. */
    private static String path(Route route) {
        return VARIABLE.matcher(route.path().toString()).replaceAll(OpenApi::renamed);
    }

    private static String renamed(MatchResult variable) {
        return "{" + jsonName(variable.group(1)) + "}";
    }

    static String jsonName(String protoName) {
        return Pattern.compile("_([a-z0-9])")
                .matcher(protoName)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    static boolean isStructure(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.getMessageType().getFile().getPackage().equals("google.protobuf");
    }
}
