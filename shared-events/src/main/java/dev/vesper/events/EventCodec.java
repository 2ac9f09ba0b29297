package dev.vesper.events;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;

/**
 * Events as JSON. Seals personal fields on the way in, opens them on the way out, and takes secret fields out of what
 * leaves for Kafka. Tolerant on reading: a property that a record does not know passes.
 */
public final class EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final PersonalKeys keys;

    public EventCodec(PersonalKeys keys) {
        this.keys = keys;
    }

    /**
     * @param aggregateId the person where no component is a {@link Subject}
     * @throws IllegalStateException when the person's key has been destroyed
     */
    public String encode(Event event, String instanceId, String aggregateId) {
        ObjectNode payload = JSON.valueToTree(event);
        EventFields fields = EventFields.of(event.getClass());
        for (String field : fields.personal()) {
            seal(payload, field, instanceId, fields.subject(payload, aggregateId));
        }
        return write(payload);
    }

    /** With personal fields as plain text: the shape that golden files pin. */
    static String plain(Event event) {
        return write(JSON.valueToTree(event));
    }

    /** @throws UnreadableEvent for an unregistered type or a payload that its record cannot hold */
    public Event decode(RecordedEvent recorded) {
        EventType<?> type = EventTypes.find(recorded.type(), recorded.revision())
                .orElseThrow(() -> new UnreadableEvent(recorded, "unregistered type or revision", null));
        try {
            ObjectNode payload = ours(recorded.type(), recorded.revision(), parse(recorded.payload()));
            open(payload, EventFields.of(type.recordClass()), recorded);
            return JSON.treeToValue(payload, type.recordClass());
        } catch (JsonProcessingException | IllegalArgumentException | ClassCastException e) {
            throw new UnreadableEvent(
                    recorded, "payload does not fit " + type.recordClass().getSimpleName(), e);
        }
    }

    /**
     * The people whose keys {@link #decode} will ask for, so that a reader can fetch them for many events at once. Nobody
     * for what {@code decode} will refuse.
     */
    public static Set<String> sealedFor(RecordedEvent recorded) {
        EventFields fields = EventTypes.find(recorded.type(), recorded.revision())
                .map(found -> EventFields.of(found.recordClass()))
                .orElse(EventFields.NONE);
        if (fields.personal().isEmpty()) {
            return Set.of();
        }
        try {
            ObjectNode payload = parse(recorded.payload());
            return fields.personal().stream()
                    .map(field -> payload.path(field).path("keyID").asText())
                    .filter(keyId -> !keyId.isEmpty())
                    .collect(toSet());
        } catch (JsonProcessingException | ClassCastException e) {
            return Set.of();
        }
    }

    /**
     * The payload for Kafka: each secret field that was there is now the text {@code secret}. Of another system's event there is
     * what we read of it, and nothing of one that is {@link EventTypes#isOpaque opaque}.
     */
    public static String withoutSecrets(String type, int revision, String payload) {
        if (EventTypes.isOpaque(type, revision)) {
            return "";
        }
        if (revision > EventTypes.FOREIGN_REVISIONS) {
            return whatIsRead(type, payload);
        }
        EventFields fields = EventTypes.find(type, revision)
                .map(found -> EventFields.of(found.recordClass()))
                .orElse(EventFields.NONE);
        if (fields.secret().isEmpty()) {
            return payload;
        }
        try {
            ObjectNode tree = parse(payload);
            fields.secret().stream().filter(tree::has).forEach(field -> tree.put(field, EventFields.SECRET_ELSEWHERE));
            return write(tree);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("payload of " + type + " is not a JSON object", e);
        }
    }

    /** Whether this payload came from Kafka and the log's held a secret that is not in it. */
    public static boolean isWithoutItsSecret(String type, int revision, String payload) {
        EventFields fields = EventTypes.find(type, revision)
                .map(found -> EventFields.of(found.recordClass()))
                .orElse(EventFields.NONE);
        if (fields.secret().isEmpty()) {
            return false;
        }
        try {
            ObjectNode tree = parse(payload);
            return fields.secret().stream()
                    .anyMatch(field ->
                            EventFields.SECRET_ELSEWHERE.equals(tree.path(field).asText()));
        } catch (JsonProcessingException | ClassCastException e) {
            return false;
        }
    }

    private void seal(ObjectNode payload, String field, String instanceId, String userId) {
        JsonNode plain = payload.get(field);
        if (plain == null) {
            return;
        }
        byte[] key = keys.find(instanceId, userId)
                .orElseThrow(() -> new IllegalStateException("the key of user " + userId + " has been destroyed"));
        payload.set(field, JSON.valueToTree(AesGcm.encrypt(key, userId, plain.asText(), userId + "/" + field)));
    }

    private void open(ObjectNode payload, EventFields fields, RecordedEvent recorded) throws JsonProcessingException {
        for (String field : fields.encryptedSecrets()) {
            if (EventFields.SECRET_ELSEWHERE.equals(payload.path(field).textValue())) {
                payload.remove(field); // Read from Kafka: the value stands in the log alone.
            }
        }
        for (String field : fields.personal()) {
            if (payload.get(field) instanceof ObjectNode sealed) {
                EncryptedValue value = JSON.treeToValue(sealed, EncryptedValue.class);
                var key = keys.find(recorded.instanceId(), value.keyId());
                payload.put(
                        field,
                        key.map(k -> AesGcm.decrypt(k, value, value.keyId() + "/" + field))
                                .orElse(null));
            }
        }
    }

    private static ObjectNode ours(String type, int revision, ObjectNode payload) {
        return revision > EventTypes.FOREIGN_REVISIONS ? ForeignEvents.upcast(type, payload) : payload;
    }

    private static String whatIsRead(String type, String payload) {
        try {
            return write(ForeignEvents.only(type, parse(payload)));
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("payload of " + type + " is not a JSON object", e);
        }
    }

    private static ObjectNode parse(String payload) throws JsonProcessingException {
        return payload.isEmpty() ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(payload);
    }

    private static String write(ObjectNode payload) {
        try {
            return payload.isEmpty() ? "" : JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }
}
