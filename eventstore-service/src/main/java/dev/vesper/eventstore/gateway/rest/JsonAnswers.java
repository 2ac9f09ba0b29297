package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes answers by protobuf's JSON mapping. Lists, numbers and booleans are always written, so that a script can count
 * on {@code users}, {@code attempts} and {@code active}; empty texts, unspecified enums and absent objects say nothing
 * and are left out.
 */
final class JsonAnswers {
    private final JsonFormat.Printer printer;

    JsonAnswers(List<Route> routes) {
        Set<FieldDescriptor> always = new HashSet<>();
        Set<Descriptor> seen = new HashSet<>();
        routes.forEach(route -> collect(route.method().getOutputType(), always, seen));
        var plain = JsonFormat.printer().omittingInsignificantWhitespace();
        printer = always.isEmpty() ? plain : plain.includingDefaultValueFields(always);
    }

    private static void collect(Descriptor type, Set<FieldDescriptor> always, Set<Descriptor> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (var field : type.getFields()) {
            if (isAlwaysWritten(field)) {
                always.add(field);
            }
            if (FieldPath.isStructure(field)) {
                collect(field.getMessageType(), always, seen);
            }
        }
    }

    private static boolean isAlwaysWritten(FieldDescriptor field) {
        if (field.isRepeated()) {
            return true;
        }
        return !field.hasPresence()
                && switch (field.getJavaType()) {
                    case BOOLEAN, INT, LONG, FLOAT, DOUBLE -> true;
                    case STRING, BYTE_STRING, ENUM, MESSAGE -> false;
                };
    }

    String write(Message answer) {
        return print(printer, answer);
    }

    static String write(Status status) {
        return print(ErrorPrinter.PRINTER, status);
    }

    private static String print(JsonFormat.Printer printer, Message message) {
        try {
            return printer.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an answer holds a message of a type that is not known here", e);
        }
    }

    /** Error details come packed, and are unpacked by their type. */
    private static final class ErrorPrinter {
        static final JsonFormat.Printer PRINTER = JsonFormat.printer()
                .usingTypeRegistry(TypeRegistry.newBuilder()
                        .add(List.of(
                                ErrorInfo.getDescriptor(),
                                BadRequest.getDescriptor(),
                                RequestInfo.getDescriptor(),
                                RetryInfo.getDescriptor()))
                        .build())
                .omittingInsignificantWhitespace();
    }
}
