package dev.vesper.eventstore.gateway.openapi;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The comments of the .proto files by full name; the generated classes do not carry them, the descriptor set does. */
final class ProtoComments {
    private static final String DESCRIPTOR_SET = "/vesper.protoset";
    private static final String OURS = "vesper/";

    private final Map<String, String> comments = new HashMap<>();

    private ProtoComments(FileDescriptorSet files) {
        files.getFileList().stream()
                .filter(file -> file.getName().startsWith(OURS))
                .forEach(this::addFile);
    }

    static ProtoComments load() {
        try (var set = ProtoComments.class.getResourceAsStream(DESCRIPTOR_SET)) {
            if (set == null) {
                throw new IllegalStateException("shared-events brings no " + DESCRIPTOR_SET);
            }
            return new ProtoComments(FileDescriptorSet.parseFrom(set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when nobody wrote one. */
    String of(GenericDescriptor described) {
        return comments.getOrDefault(described.getFullName(), "");
    }

    private void addFile(FileDescriptorProto file) {
        Map<List<Integer>, String> names = new HashMap<>();
        each(
                file.getMessageTypeCount(),
                i -> addMessage(
                        names,
                        List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, i),
                        file.getPackage(),
                        file.getMessageType(i)));
        each(
                file.getEnumTypeCount(),
                i -> addEnum(
                        names,
                        List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, i),
                        file.getPackage(),
                        file.getEnumType(i)));
        each(
                file.getServiceCount(),
                i -> addService(
                        names,
                        List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, i),
                        file.getPackage(),
                        file.getService(i)));
        for (var location : file.getSourceCodeInfo().getLocationList()) {
            var name = names.get(location.getPathList());
            if (name != null) {
                comments.put(name, text(location));
            }
        }
    }

    private static void addMessage(
            Map<List<Integer>, String> names, List<Integer> path, String within, DescriptorProto message) {
        var name = within + "." + message.getName();
        names.put(path, name);
        each(
                message.getFieldCount(),
                i -> names.put(
                        plus(path, DescriptorProto.FIELD_FIELD_NUMBER, i),
                        name + "." + message.getField(i).getName()));
        each(
                message.getNestedTypeCount(),
                i -> addMessage(
                        names,
                        plus(path, DescriptorProto.NESTED_TYPE_FIELD_NUMBER, i),
                        name,
                        message.getNestedType(i)));
        each(
                message.getEnumTypeCount(),
                i -> addEnum(
                        names, plus(path, DescriptorProto.ENUM_TYPE_FIELD_NUMBER, i), name, message.getEnumType(i)));
    }

    private static void addEnum(
            Map<List<Integer>, String> names, List<Integer> path, String within, EnumDescriptorProto type) {
        names.put(path, within + "." + type.getName());
        // A value is a sibling of its enum: its full name lacks the enum's.
        each(
                type.getValueCount(),
                i -> names.put(
                        plus(path, EnumDescriptorProto.VALUE_FIELD_NUMBER, i),
                        within + "." + type.getValue(i).getName()));
    }

    private static void addService(
            Map<List<Integer>, String> names, List<Integer> path, String within, ServiceDescriptorProto service) {
        var name = within + "." + service.getName();
        names.put(path, name);
        each(
                service.getMethodCount(),
                i -> names.put(
                        plus(path, ServiceDescriptorProto.METHOD_FIELD_NUMBER, i),
                        name + "." + service.getMethod(i).getName()));
    }

    private static void each(int count, IntConsumer step) {
        IntStream.range(0, count).forEach(step);
    }

    private static List<Integer> plus(List<Integer> path, int field, int index) {
        return Stream.concat(path.stream(), Stream.of(field, index)).toList();
    }

    private static String text(Location location) {
        var comment = location.getLeadingComments().isBlank()
                ? location.getTrailingComments()
                : location.getLeadingComments();
        return comment.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}
