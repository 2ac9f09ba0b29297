package dev.vesper.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EventCodecTest {
    private static final String NAME = "ada@example.com";
    private static final UserEvent.HumanAdded ADDED = new UserEvent.HumanAdded(
            NAME, "Ada", "Lovelace", "Ada L.", "en", NAME, true, null, "$argon2id$hash", false);

    private final Map<String, byte[]> keys =
            new HashMap<>(Map.of("agg", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
    private final EventCodec codec = new EventCodec((instanceId, userId) -> Optional.ofNullable(keys.get(userId)));

    @Test
    void sealsPersonalFieldsAndOpensThemAgain() {
        String stored = codec.encode(ADDED, "inst", "agg");
        assertThat(stored).doesNotContain(NAME).doesNotContain("Lovelace").contains("aes-256-gcm");
        assertThat(codec.decode(recorded(stored))).isEqualTo(ADDED);
    }

    @Test
    void readsNullOnceThePersonsKeyIsGone() {
        String stored = codec.encode(ADDED, "inst", "agg");
        keys.clear();
        UserEvent.HumanAdded read = (UserEvent.HumanAdded) codec.decode(recorded(stored));
        assertThat(read.email()).isNull();
        assertThat(read.preferredLanguage()).isEqualTo("en");
    }

    @Test
    void refusesToSealForAPersonWhoseKeyIsGone() {
        keys.clear();
        assertThatThrownBy(() -> codec.encode(ADDED, "inst", "agg")).hasMessageContaining("destroyed");
    }

    @Test
    void aSealedValueCannotBeMovedToAnotherField() {
        String stored = codec.encode(ADDED, "inst", "agg");
        String moved = stored.replace("\"lastName\"", "\"x\"").replace("\"firstName\"", "\"lastName\"");
        assertThatThrownBy(() -> codec.decode(recorded(moved))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void secretsDoNotLeaveForKafka() {
        String stored = codec.encode(ADDED, "inst", "agg");
        String record = EventCodec.withoutSecrets("user.human.added", 1, stored);
        assertThat(record).doesNotContain("argon2id").contains("\"hashedPassword\":\"secret\"");
        assertThat(((UserEvent.HumanAdded) codec.decode(recorded(record))).email())
                .isEqualTo(NAME);
    }

    @Test
    void anEncryptedSecretIsAbsentWhenReadFromKafka() {
        EncryptedValue key = new EncryptedValue(0, AesGcm.ALGORITHM, "master", "c2VjcmV0");
        WebKeyEvent.Added added = new WebKeyEvent.Added(key, "{}", new WebKeyEvent.Config("RS256", 2048));
        String record = EventCodec.withoutSecrets("web_key.added", 1, codec.encode(added, "inst", "kid"));
        assertThat(record).doesNotContain("c2VjcmV0");
        RecordedEvent read = Recorded.of("web_key", "web_key.added", 1, record);
        assertThat(((WebKeyEvent.Added) codec.decode(read)).config().algorithm())
                .isEqualTo("RS256");
    }

    @Test
    void anEventWithoutContentHasAnEmptyPayload() {
        assertThat(codec.encode(new UserEvent.Locked(), "inst", "agg")).isEmpty();
        assertThat(codec.decode(Recorded.of("user", "user.locked", 1, ""))).isEqualTo(new UserEvent.Locked());
    }

    @Test
    void namesThePlaceOfWhatItCannotRead() {
        for (RecordedEvent unreadable : List.of(
                Recorded.of("user", "user.unheard.of", 1, ""),
                Recorded.of("user", "user.locked", 9, ""),
                Recorded.of("user", "user.human.added", 1, "[1]"),
                Recorded.of("instance", "instance.policy.lockout.added", 1, "{}"))) {
            assertThatThrownBy(() -> codec.decode(unreadable))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining("position 42.5");
        }
    }

    @Test
    void whatCameWithAnotherSystemsLogIsOpaqueAndItsPayloadStaysInTheLog() {
        for (String name : List.of("user.human.added", "unheard.of")) {
            RecordedEvent foreign = Recorded.of("user", name, 1001, "{\"email\":\"" + NAME + "\"}");
            assertThat(foreign.isOpaque()).isTrue();
            assertThat(EventCodec.withoutSecrets(name, foreign.revision(), foreign.payload()))
                    .isEmpty();
        }
        assertThat(recorded("{}").isOpaque()).isFalse();
        assertThat(Recorded.of("user", "user.unheard.of", 1, "").isOpaque()).isFalse();
    }

    private static RecordedEvent recorded(String payload) {
        return Recorded.of("user", "user.human.added", 1, payload);
    }
}
