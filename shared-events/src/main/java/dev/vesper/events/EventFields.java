package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which JSON fields of an event record are personal, secret, or name the person. */
record EventFields(
        List<String> personal, List<String> secret, List<String> encryptedSecrets, Optional<String> subjectField) {
    static final EventFields NONE = new EventFields(List.of(), List.of(), List.of(), Optional.empty());

    /** Stands in Kafka where the log holds a secret. */
    static final String SECRET_ELSEWHERE = "secret";

    private static final ClassValue<EventFields> CACHE = new ClassValue<>() {
        @Override
        protected EventFields computeValue(Class<?> recordClass) {
            return new EventFields(
                    marked(recordClass, Personal.class),
                    marked(recordClass, Secret.class),
                    encryptedSecrets(recordClass),
                    marked(recordClass, Subject.class).stream().findFirst());
        }
    };

    static EventFields of(Class<?> recordClass) {
        return CACHE.get(recordClass);
    }

    /** @return the person whose key seals the personal fields */
    String subject(ObjectNode payload, String aggregateId) {
        return subjectField.map(field -> payload.path(field).asText()).orElse(aggregateId);
    }

    private static List<String> marked(Class<?> recordClass, Class<? extends Annotation> mark) {
        return Arrays.stream(recordClass.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(mark))
                .map(EventFields::jsonName)
                .toList();
    }

    private static List<String> encryptedSecrets(Class<?> recordClass) {
        return Arrays.stream(recordClass.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Secret.class))
                .filter(component ->
                        component.getType() == EncryptedValue.class || component.isAnnotationPresent(Personal.class))
                .map(EventFields::jsonName)
                .toList();
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return Objects.isNull(renamed) ? component.getName() : renamed.value();
    }
}
