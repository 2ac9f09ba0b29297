package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text field that means the same in whichever message it stands. */
record TextField(String name) {
    /** Empty where the message has no such field, or nothing in it. */
    Optional<String> in(Message message) {
        var field = of(message);
        return field == null
                ? Optional.empty()
                : Optional.of((String) message.getField(field)).filter(text -> !text.isEmpty());
    }

    <M extends Message> M replacedIn(M message, String text) {
        var field = of(message);
        if (field == null) {
            return message;
        }
        @SuppressWarnings("unchecked") // A builder builds what it came from.
        var replaced = (M) message.toBuilder().setField(field, text).build();
        return replaced;
    }

    private @Nullable FieldDescriptor of(Message message) {
        var field = message.getDescriptorForType().findFieldByName(name);
        return field != null && field.getType() == FieldDescriptor.Type.STRING && !field.isRepeated() ? field : null;
    }
}
