package dev.vesper.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events as records of the topic: CloudEvents 1.0 binary mode (Kafka protocol binding, section 3.2) with what Vesper
 * needs beside it. A watermark is a record of type {@link #WATERMARK}: every event of its partition up to and including
 * its position stands before it.
 */
public final class KafkaRecords {
    public static final String WATERMARK = "vesper.watermark";

    private static final byte[] SPEC_VERSION = "1.0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

    private KafkaRecords() {}

    /** @return the headers by name; the caller adds {@code traceparent} */
    public static Map<String, byte[]> headers(RecordedEvent event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        putHeaders(event, headers::put);
        return headers;
    }

    /** As {@link #headers}, without a map in between: the relay writes tens of thousands a second. */
    public static void putHeaders(RecordedEvent event, BiConsumer<String, byte[]> headers) {
        headers.accept("ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", event.position() + "." + event.inTxOrder());
        put(headers, "ce_source", "/instances/" + event.instanceId() + "/" + event.aggregateType());
        put(headers, "ce_type", event.type());
        put(headers, "ce_time", event.createdAt().truncatedTo(ChronoUnit.MICROS).toString());
        put(headers, "ce_subject", event.aggregateId());
        headers.accept("content-type", JSON);
        put(headers, "vesper_position", Long.toString(event.position()));
        put(headers, "vesper_in_tx_order", Integer.toString(event.inTxOrder()));
        put(headers, "vesper_sequence", Long.toString(event.sequence()));
        put(headers, "vesper_revision", Integer.toString(event.revision()));
        put(headers, "vesper_instance", event.instanceId());
        put(headers, "vesper_aggregate_type", event.aggregateType());
        put(headers, "vesper_aggregate_id", event.aggregateId());
        put(headers, "vesper_creator", event.creator());
        put(headers, "vesper_owner", event.owner());
    }

    public static Map<String, byte[]> watermark(Cursor upTo) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers::put, "ce_type", WATERMARK);
        put(headers::put, "vesper_position", Long.toString(upTo.position()));
        put(headers::put, "vesper_in_tx_order", Integer.toString(upTo.inTxOrder()));
        return headers;
    }

    public static boolean isWatermark(Function<String, byte @Nullable []> header) {
        return WATERMARK.equals(text(header, "ce_type"));
    }

    /** Of an event or a watermark. */
    public static Cursor cursor(Function<String, byte @Nullable []> header) {
        return new Cursor(
                Long.parseLong(text(header, "vesper_position")), Integer.parseInt(text(header, "vesper_in_tx_order")));
    }

    /**
     * @param value the record's value: the payload, null for none
     * @throws IllegalArgumentException when a header is missing or not a number
     */
    public static RecordedEvent read(
            Function<String, byte @Nullable []> header, byte @Nullable [] value, int partition) {
        Cursor cursor = cursor(header);
        return new RecordedEvent(
                text(header, "vesper_instance"),
                text(header, "vesper_aggregate_type"),
                text(header, "vesper_aggregate_id"),
                text(header, "ce_type"),
                Long.parseLong(text(header, "vesper_sequence")),
                Integer.parseInt(text(header, "vesper_revision")),
                Instant.parse(text(header, "ce_time")),
                value == null ? "" : new String(value, StandardCharsets.UTF_8),
                text(header, "vesper_creator"),
                text(header, "vesper_owner"),
                cursor.position(),
                cursor.inTxOrder(),
                partition);
    }

    private static void put(BiConsumer<String, byte[]> headers, String name, String value) {
        headers.accept(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Function<String, byte @Nullable []> header, String name) {
        byte[] value = header.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
