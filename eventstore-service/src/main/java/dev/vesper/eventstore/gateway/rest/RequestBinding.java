package dev.vesper.eventstore.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.gateway.errors.InvalidRequest.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts body, path variables and query parameters of one HTTP call together into a request; collects all that is wrong. */
final class RequestBinding {
    private final Route route;
    private final Message.Builder request;
    private final List<Violation> violations = new ArrayList<>();

    RequestBinding(Route route) {
        this.route = route;
        this.request = route.newRequest();
    }

    RequestBinding body(JsonNode body) {
        if (route.takesWholeRequest()) {
            object(request, body, "");
        } else if (route.takesBody()) {
            var path = FieldPath.of(route.method().getInputType(), route.body());
            field(path.parentIn(request), path.leaf(), body, "");
        }
        return this;
    }

    /** @param variables values by the name of their field */
    RequestBinding path(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            var path = FieldPath.of(request.getDescriptorForType(), name);
            var parent = path.parentIn(request);
            var before = parent.getField(path.leaf());
            single(
                    parent,
                    path.leaf(),
                    JsonNodeFactory.instance.textNode(value),
                    path.leaf().getJsonName());
            var isOther = !before.equals(path.leaf().getDefaultValue()) && !before.equals(parent.getField(path.leaf()));
            require(!isOther, path.leaf().getJsonName(), "differs from the one in the path");
        });
        return this;
    }

    /** @param parameters decoded values in their order, by name */
    RequestBinding query(Map<String, List<String>> parameters) {
        parameters.forEach((name, values) -> {
            var path = route.takesWholeRequest()
                    ? Optional.<FieldPath>empty()
                    : FieldPath.find(request.getDescriptorForType(), name).filter(this::isForQuery);
            if (path.isEmpty()) {
                violations.add(new Violation(name, "is not a parameter of this method"));
                return;
            }
            parameter(path.get(), name, values);
        });
        return this;
    }

    private boolean isForQuery(FieldPath path) {
        var top = path.parents().isEmpty() ? path.leaf() : path.parents().getFirst();
        return !FieldPath.isStructure(path.leaf())
                && !top.getName().equals(route.body())
                && !route.path().variables().contains(path.leaf().getName());
    }

    private void parameter(FieldPath path, String name, List<String> values) {
        require(path.leaf().isRepeated() || values.size() == 1, name, "is given more than once");
        for (var value : values) {
            single(path.parentIn(request), path.leaf(), JsonNodeFactory.instance.textNode(value), name);
        }
    }

    /** @throws InvalidRequest with everything that was wrong */
    Message build() {
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return request.build();
    }

    private void object(Message.Builder message, JsonNode json, String path) {
        if (!json.isObject()) {
            violations.add(new Violation(path, path.isEmpty() ? "The body must be an object" : "must be an object"));
            return;
        }
        for (var entry : json.properties()) {
            var name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            FieldPath.field(message.getDescriptorForType(), entry.getKey())
                    .ifPresentOrElse(
                            field -> field(message, field, entry.getValue(), name),
                            () -> violations.add(new Violation(name, "is not a field that this method knows")));
        }
    }

    /** Null is as good as absent. */
    private void field(Message.Builder message, FieldDescriptor field, JsonNode json, String path) {
        if (json.isNull()) {
            return;
        }
        if (field.isRepeated() && !field.isMapField()) {
            elements(message, field, json, path);
        } else if (FieldPath.isStructure(field)) {
            object(message.getFieldBuilder(field), json, path);
        } else {
            single(message, field, json, path);
        }
    }

    private void elements(Message.Builder message, FieldDescriptor field, JsonNode json, String path) {
        if (!json.isArray()) {
            violations.add(new Violation(path, "must be a list"));
            return;
        }
        for (int i = 0; i < json.size(); i++) {
            var name = path + "[" + i + "]";
            if (FieldPath.isStructure(field)) {
                var element = message.newBuilderForField(field);
                object(element, json.get(i), name);
                message.addRepeatedField(field, element.build());
            } else {
                single(message, field, json.get(i), name);
            }
        }
    }

    private void single(Message.Builder message, FieldDescriptor field, JsonNode json, String path) {
        try {
            var value = FieldValues.read(message.getDefaultInstanceForType(), field, json);
            if (field.isRepeated() && !field.isMapField()) {
                message.addRepeatedField(field, value);
            } else {
                message.setField(field, value);
            }
        } catch (FieldValues.Unreadable e) {
            violations.add(new Violation(path, e.phrase()));
        }
    }

    private void require(boolean holds, String field, String problem) {
        if (!holds) {
            violations.add(new Violation(field, problem));
        }
    }
}
