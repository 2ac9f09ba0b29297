package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.vesper.eventstore.log.InvalidQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests whose bytes are no request, most of all texts that are no UTF-8. The server would answer them by cutting the call
 * off without a word. So they are let in as empty requests that carry a mark, and refused where everything else is.
 */
final class Unreadable {
    /** The last number that a field can have; no message of ours will use it. */
    private static final int MARK = 536_870_911;

    private Unreadable() {}

    /** @throws InvalidQuery that names the field, where the request was not readable */
    static void check(Message request) {
        if (request.getUnknownFields().hasField(MARK)) {
            List<ByteString> path = request.getUnknownFields().getField(MARK).getLengthDelimitedList();
            throw new InvalidQuery(path.isEmpty() ? "request" : path.getFirst().toStringUtf8(), "is no UTF-8");
        }
    }

    /** An empty request with the mark. */
    static Message of(Message prototype, ByteString bytes) {
        String field = broken(prototype.getDescriptorForType(), bytes, "").orElse("request");
        var path = UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8(field));
        return prototype
                .newBuilderForType()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(MARK, path.build())
                        .build())
                .build();
    }

    private static Optional<String> broken(Descriptor type, ByteString bytes, String path) {
        try {
            UnknownFieldSet fields = UnknownFieldSet.parseFrom(bytes);
            return fields.asMap().keySet().stream()
                    .map(type::findFieldByNumber)
                    .filter(Objects::nonNull)
                    .flatMap(field ->
                            broken(field, fields.getField(field.getNumber()).getLengthDelimitedList(), path))
                    .findFirst();
        } catch (InvalidProtocolBufferException e) {
            return path.isEmpty() ? Optional.empty() : Optional.of(path.substring(0, path.length() - 1));
        }
    }

    private static Stream<String> broken(FieldDescriptor field, List<ByteString> values, String path) {
        return IntStream.range(0, values.size()).boxed().flatMap(i -> {
            String name = path + field.getName() + (field.isRepeated() ? "[" + i + "]" : "");
            return broken(field, values.get(i), name).stream();
        });
    }

    private static Optional<String> broken(FieldDescriptor field, ByteString value, String name) {
        if (field.getJavaType() == JavaType.MESSAGE) {
            return broken(field.getMessageType(), value, name + ".");
        }
        boolean isText = field.getJavaType() == JavaType.STRING;
        return isText && !value.isValidUtf8() ? Optional.of(name) : Optional.empty();
    }
}
