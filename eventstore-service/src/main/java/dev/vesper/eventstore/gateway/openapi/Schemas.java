package dev.vesper.eventstore.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** JSON Schemas of messages and enums, collected as they are referred to. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/components/schemas/";

    private final ProtoComments comments;
    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    Schemas(ProtoComments comments) {
        this.comments = comments;
    }

    /** All that was referred to so far. */
    ObjectNode toJson() {
        var all = JSON.objectNode();
        schemas.forEach(all::set);
        return all;
    }

    ObjectNode reference(Descriptor message) {
        return reference(message, Set.of());
    }

    /** @param left fields that stand elsewhere, in the path */
    ObjectNode reference(Descriptor message, Set<String> left) {
        var name = name(message);
        if (!schemas.containsKey(name)) {
            var schema = JSON.objectNode();
            schemas.put(name, schema);
            fill(schema, message, left);
        }
        return JSON.objectNode().put("$ref", REFERENCE + name);
    }

    private ObjectNode reference(EnumDescriptor type) {
        var schema = schemas.computeIfAbsent(
                name(type), _ -> described(JSON.objectNode().put("type", "string"), type));
        if (!schema.has("enum")) {
            var values = schema.putArray("enum");
            type.getValues().forEach(value -> values.add(value.getName()));
        }
        return JSON.objectNode().put("$ref", REFERENCE + name(type));
    }

    private void fill(ObjectNode schema, Descriptor message, Set<String> left) {
        described(schema.put("type", "object"), message);
        var properties = JSON.objectNode();
        message.getFields().stream()
                .filter(field -> !left.contains(field.getName()))
                .forEach(field -> properties.set(field.getJsonName(), of(field)));
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
    }

    ObjectNode of(FieldDescriptor field) {
        if (field.isMapField()) {
            var values = one(field.getMessageType().findFieldByName("value"));
            return described(object("object").set("additionalProperties", values), field);
        }
        var schema = field.isRepeated() ? object("array").<ObjectNode>set("items", one(field)) : one(field);
        Examples.of(field).ifPresent(example -> schema.set("example", example));
        return described(schema, field);
    }

    private ObjectNode one(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> object("string");
            case BYTE_STRING -> object("string").put("contentEncoding", "base64");
            case BOOLEAN -> object("boolean");
            case INT -> object("integer").put("format", "int32");
            // A JavaScript number cannot hold all of them, so JSON has them as strings.
            case LONG -> object("string").put("format", "int64");
            case FLOAT, DOUBLE -> object("number");
            case ENUM -> reference(field.getEnumType());
            case MESSAGE -> message(field.getMessageType());
        };
    }

    private ObjectNode message(Descriptor type) {
        return switch (type.getFullName()) {
            case "google.protobuf.Timestamp" -> object("string").put("format", "date-time");
            case "google.protobuf.Duration" -> object("string").put("pattern", "^-?[0-9]+(\\.[0-9]+)?s$");
            case "google.protobuf.FieldMask" -> object("string");
            case "google.protobuf.Struct" -> object("object").put("additionalProperties", true);
            case "google.protobuf.Any" -> object("object").put("additionalProperties", true);
            default -> reference(type);
        };
    }

    private static ObjectNode object(String type) {
        return JSON.objectNode().put("type", type);
    }

    private ObjectNode described(ObjectNode schema, GenericDescriptor described) {
        var comment = comments.of(described);
        return comment.isEmpty() ? schema : schema.put("description", comment);
    }

    /** Within its package, as {@code CreateHumanUserRequest.Password}. */
    private static String name(GenericDescriptor type) {
        return type.getFullName().substring(type.getFile().getPackage().length() + 1);
    }
}
