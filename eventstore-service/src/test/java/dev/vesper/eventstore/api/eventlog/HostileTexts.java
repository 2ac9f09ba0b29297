package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that nobody should be able to bring into the log. */
final class HostileTexts {
    /** Stands in a message for bytes that are put in its place once it is encoded. */
    static final String PLACE = "@@@@";

    private static final List<byte[]> NO_UTF8 = List.of(
            new byte[] {(byte) 0xff, 'a', 'b', 'c'},
            new byte[] {(byte) 0xc0, (byte) 0x80, 'a', 'b'},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, 'a'},
            new byte[] {'a', 'b', 'c', (byte) 0xe2},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80});

    private final Random random;

    HostileTexts(Random random) {
        this.random = random;
    }

    /** Too long by one byte or by thousands, or with a NUL in it. */
    String name() {
        return switch (random.nextInt(4)) {
            case 0 -> "x".repeat(256 + random.nextInt(9745));
            case 1 -> "ä".repeat(128 + random.nextInt(4900));
            case 2 -> "\ud83d\ude00".repeat(64 + random.nextInt(2400));
            default -> "a".repeat(random.nextInt(20)) + "\0" + "b".repeat(random.nextInt(20));
        };
    }

    /** No JSON object that the log could keep. */
    String json() {
        int depth = 101 + random.nextInt(20_000);
        return switch (random.nextInt(12)) {
            case 0 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            case 1 -> "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            case 2 -> "{\"a\":\"\\ud800\"}";
            case 3 -> "{\"\\udc00\\ud800\":1}";
            case 4 -> "{\"a\":\"\\u0000\"}";
            case 5 -> "{\"a\":1e" + (1001 + random.nextInt(1_000_000)) + "}";
            case 6 -> "{\"a\":" + "9".repeat(1001 + random.nextInt(9000)) + "}";
            case 7 -> "[1]";
            case 8 -> "{\"a\":1} {\"b\":2}";
            case 9 -> "{\"a\":";
            case 10 -> "\"text\"";
            default -> "{\"a\":NaN}";
        };
    }

    String uuid() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "1-2-3-4-5";
            case 2 -> "g".repeat(8) + "-0000-0000-0000-000000000000";
            case 3 -> "0".repeat(32);
            default -> "é".repeat(random.nextInt(1000));
        };
    }

    /** The message with bytes that are no UTF-8 at the place of {@link #PLACE}. */
    ByteString spoilt(ByteString message) {
        byte[] bytes = message.toByteArray();
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(PLACE);
        byte[] bad = NO_UTF8.get(random.nextInt(NO_UTF8.size()));
        System.arraycopy(bad, 0, bytes, at, place.length);
        return ByteString.copyFrom(bytes);
    }
}
