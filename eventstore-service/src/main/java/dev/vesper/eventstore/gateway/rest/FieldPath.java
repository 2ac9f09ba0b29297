package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field, maybe inside other fields, as path variables ({@code config.app_type}) and query parameters name it. */
record FieldPath(List<FieldDescriptor> parents, FieldDescriptor leaf) {
    /** @throws IllegalArgumentException when {@code type} has no such field */
    static FieldPath of(Descriptor type, String dotted) {
        return find(type, dotted)
                .orElseThrow(() -> new IllegalArgumentException(type.getFullName() + " has no field " + dotted));
    }

    /** By JSON names or by those of the .proto file. */
    static Optional<FieldPath> find(Descriptor type, String dotted) {
        List<FieldDescriptor> fields = new ArrayList<>();
        Descriptor within = type;
        for (var name : dotted.split("\\.", -1)) {
            var field = within == null ? Optional.<FieldDescriptor>empty() : field(within, name);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
            within = isStructure(field.get()) && !field.get().isRepeated()
                    ? field.get().getMessageType()
                    : null;
        }
        return Optional.of(new FieldPath(List.copyOf(fields.subList(0, fields.size() - 1)), fields.getLast()));
    }

    static Optional<FieldDescriptor> field(Descriptor type, String name) {
        return type.getFields().stream()
                .filter(field ->
                        field.getJsonName().equals(name) || field.getName().equals(name))
                .findFirst();
    }

    /** A message of fields, and not one that JSON writes in a way of its own, such as a time. */
    static boolean isStructure(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isMapField()
                && !field.getMessageType().getFile().getPackage().equals("google.protobuf");
    }

    /** The builder that holds the leaf. */
    Message.Builder parentIn(Message.Builder request) {
        var builder = request;
        for (var parent : parents) {
            builder = builder.getFieldBuilder(parent);
        }
        return builder;
    }
}
