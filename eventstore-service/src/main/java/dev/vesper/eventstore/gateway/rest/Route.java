package dev.vesper.eventstore.gateway.rest;

import com.google.api.HttpRule;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;

/**
 * One way into a method over HTTP.
 *
 * @param body {@code *} for the whole request, the name of a field, or empty for none
 */
public record Route(
        String httpMethod,
        PathTemplate path,
        String body,
        MethodDescriptor<Message, Message> grpc,
        Descriptors.MethodDescriptor method) {
    static final String WHOLE_REQUEST = "*";

    static Route of(HttpRule rule, MethodDescriptor<Message, Message> grpc, Descriptors.MethodDescriptor method) {
        if (!rule.getResponseBody().isEmpty()) {
            throw new IllegalArgumentException(method.getFullName() + ": response_body is not supported");
        }
        var route = switch (rule.getPatternCase()) {
            case GET -> route("GET", rule.getGet(), rule, grpc, method);
            case PUT -> route("PUT", rule.getPut(), rule, grpc, method);
            case POST -> route("POST", rule.getPost(), rule, grpc, method);
            case DELETE -> route("DELETE", rule.getDelete(), rule, grpc, method);
            case PATCH -> route("PATCH", rule.getPatch(), rule, grpc, method);
            case CUSTOM -> route(rule.getCustom().getKind(), rule.getCustom().getPath(), rule, grpc, method);
            case PATTERN_NOT_SET ->
                throw new IllegalArgumentException(
                        method.getFullName() + " has a google.api.http option without a path");
        };
        route.checkFields();
        return route;
    }

    private static Route route(
            String httpMethod,
            String path,
            HttpRule rule,
            MethodDescriptor<Message, Message> grpc,
            Descriptors.MethodDescriptor method) {
        return new Route(httpMethod, PathTemplate.parse(path), rule.getBody(), grpc, method);
    }

    private void checkFields() {
        path.variables().forEach(variable -> FieldPath.of(method.getInputType(), variable));
        if (takesBody() && !takesWholeRequest()) {
            FieldPath.of(method.getInputType(), body);
        }
    }

    boolean streams() {
        return method.isServerStreaming();
    }

    public boolean takesBody() {
        return !body.isEmpty();
    }

    public boolean takesWholeRequest() {
        return body.equals(WHOLE_REQUEST);
    }

    Message.Builder newRequest() {
        if (grpc.getRequestMarshaller() instanceof PrototypeMarshaller<Message> marshaller) {
            return marshaller.getMessagePrototype().newBuilderForType();
        }
        throw new IllegalStateException(grpc.getFullMethodName() + " was not generated from a .proto file");
    }
}
