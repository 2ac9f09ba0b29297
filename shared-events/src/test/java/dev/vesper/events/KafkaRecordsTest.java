package dev.vesper.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KafkaRecordsTest {
    private static final RecordedEvent EVENT = Recorded.of("user", "user.locked", 1, "{\"a\":1}");

    @Test
    void whatIsWrittenIsRead() {
        Map<String, byte[]> headers = KafkaRecords.headers(EVENT);
        byte[] value = EVENT.payload().getBytes(StandardCharsets.UTF_8);
        assertThat(KafkaRecords.read(headers::get, value, 11)).isEqualTo(EVENT);
        assertThat(KafkaRecords.isWatermark(headers::get)).isFalse();
    }

    @Test
    void carriesTheCloudEventsAttributes() {
        assertThat(KafkaRecords.headers(EVENT))
                .containsKeys("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject");
    }

    @Test
    void aWatermarkHasAPositionAndIsNoEvent() {
        Map<String, byte[]> headers = KafkaRecords.watermark(new Cursor(9, 3));
        assertThat(KafkaRecords.isWatermark(headers::get)).isTrue();
        assertThat(KafkaRecords.cursor(headers::get)).isEqualTo(new Cursor(9, 3));
    }

    @Test
    void namesTheHeaderThatIsMissing() {
        Map<String, byte[]> headers = new HashMap<>(KafkaRecords.headers(EVENT));
        headers.remove("vesper_sequence");
        assertThatThrownBy(() -> KafkaRecords.read(headers::get, null, 0)).hasMessageContaining("vesper_sequence");
    }
}
