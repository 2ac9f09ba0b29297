package dev.vesper.eventstore.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

/**
 * Reads single values by protobuf's own JSON parser. It names no place when it fails, and takes some types for others;
 * reading field by field, and looking at the JSON type first, makes up for both.
 */
final class FieldValues {
    private static final ObjectMapper WRITER = new ObjectMapper();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser();

    private FieldValues() {}

    /**
     * @param owner the message that {@code field} is of
     * @return as {@code setField} takes it, or {@code addRepeatedField} where the field is repeated
     * @throws Unreadable with a phrase for the caller
     */
    static Object read(Message owner, FieldDescriptor field, JsonNode value) throws Unreadable {
        checkType(field, value);
        var json = JsonNodeFactory.instance.objectNode();
        var alone = field.isRepeated() && !field.isMapField();
        json.set(
                field.getJsonName(),
                alone ? JsonNodeFactory.instance.arrayNode().add(value) : value);
        var scratch = owner.newBuilderForType();
        try {
            PARSER.merge(WRITER.writeValueAsString(json), scratch);
        } catch (InvalidProtocolBufferException e) {
            throw new Unreadable(phrase(field));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
        return alone ? scratch.getRepeatedField(field, 0) : scratch.getField(field);
    }

    private static void checkType(FieldDescriptor field, JsonNode value) throws Unreadable {
        if (field.isMapField()) {
            require(value.isObject(), "must be an object");
            return;
        }
        switch (field.getJavaType()) {
            case STRING -> require(value.isTextual(), phrase(field));
            case BYTE_STRING -> require(value.isTextual(), phrase(field));
            case BOOLEAN -> require(value.isBoolean() || value.isTextual(), phrase(field));
            case ENUM -> require(value.isTextual() || value.isIntegralNumber(), phrase(field));
            case INT, LONG, FLOAT, DOUBLE -> require(value.isNumber() || value.isTextual(), phrase(field));
            case MESSAGE -> require(!value.isNull(), phrase(field));
        }
    }

    private static void require(boolean holds, String phrase) throws Unreadable {
        if (!holds) {
            throw new Unreadable(phrase);
        }
    }

    private static String phrase(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case STRING -> "must be a string";
            case BYTE_STRING -> "must be a string of base64";
            case BOOLEAN -> "must be true or false";
            case ENUM ->
                "must be one of "
                        + String.join(
                                ", ",
                                field.getEnumType().getValues().stream()
                                        .filter(value -> value.getNumber() != 0)
                                        .map(value -> value.getName())
                                        .toList());
            case INT, LONG -> "must be a whole number in range";
            case FLOAT, DOUBLE -> "must be a number";
            case MESSAGE -> phraseOfMessage(field);
        };
    }

    private static String phraseOfMessage(FieldDescriptor field) {
        return switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> "must be a time as in \"2026-01-31T12:00:00Z\"";
            case "google.protobuf.Duration" -> "must be a duration as in \"1.5s\"";
            default -> "must be a " + field.getMessageType().getName() + " in protobuf's JSON";
        };
    }

    /** The message continues a sentence that began with the field. */
    static final class Unreadable extends Exception {
        private final String phrase;

        Unreadable(String phrase) {
            super(phrase, null, false, false);
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }
}
