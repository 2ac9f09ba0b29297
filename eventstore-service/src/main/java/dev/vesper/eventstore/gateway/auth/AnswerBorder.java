package dev.vesper.eventstore.gateway.auth;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.auth.Reach.Owned;

/**
 * Looks once more through a list before it leaves, and drops what its caller may not see: a view that forgets to narrow
 * shows too little, never too much. What does not say whose it is, is nobody's.
 */
final class AnswerBorder {
    private AnswerBorder() {}

    static Message narrowed(Message answer, Reach reach) {
        var narrowed = answer.toBuilder();
        answer.getAllFields().forEach((field, _) -> {
            if (field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                narrow(narrowed, field, answer, reach);
            }
        });
        return narrowed.build();
    }

    private static void narrow(Message.Builder narrowed, FieldDescriptor field, Message answer, Reach reach) {
        narrowed.clearField(field);
        for (int i = 0; i < answer.getRepeatedFieldCount(field); i++) {
            var element = (Message) answer.getRepeatedField(field, i);
            if (reach.includes(owned(element))) {
                narrowed.addRepeatedField(field, element);
            }
        }
    }

    private static Owned owned(Message element) {
        var details = element.getDescriptorForType().findFieldByName("details");
        var owner = details != null && element.getField(details) instanceof Message known
                ? text(known, "resource_owner")
                : "";
        return new Owned(owner, text(element, "project_id"), text(element, "user_id"));
    }

    private static String text(Message element, String name) {
        var field = element.getDescriptorForType().findFieldByName(name);
        return field != null && element.getField(field) instanceof String text ? text : "";
    }
}
