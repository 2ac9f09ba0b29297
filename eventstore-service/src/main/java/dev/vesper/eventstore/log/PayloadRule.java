package dev.vesper.eventstore.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Which texts may be payloads: what PostgreSQL takes as {@code jsonb} and gives back as something that readers take, and not so
 * deep that it runs out of stack. PostgreSQL writes numbers out, so that a short {@code 1e900} becomes a long text.
 */
public final class PayloadRule {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_LENGTH = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    /** Beside what blanks add, the records of the topic have room for so much more than was pushed. */
    private static final int MAX_GROWTH = 10_000;

    private PayloadRule() {}

    /** @return what is wrong with it; empty when it is a JSON object that can be stored */
    public static String complaint(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "must be a JSON object";
            }
            return rest(parser);
        } catch (IOException e) {
            return "is no JSON that can be stored: objects and lists may nest " + MAX_DEPTH
                    + " deep, numbers have at most " + MAX_NUMBER_LENGTH + " digits";
        }
    }

    private static String rest(JsonParser parser) throws IOException {
        int depth = 1;
        long growth = 0;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return "ends too early";
            }
            depth += depthChange(token);
            if (isBrokenText(token, parser)) {
                return "holds a character that is none: NUL or half a surrogate pair";
            }
            long written = token.isNumeric() ? written(parser.getText()) : 0;
            growth += Math.max(0, written - parser.getTextLength());
            if (written > MAX_NUMBER_LENGTH || growth > MAX_GROWTH) {
                return "holds a number beyond what can be stored: written out, one has at most " + MAX_NUMBER_LENGTH
                        + " digits, and all together add at most " + MAX_GROWTH;
            }
        }
        return parser.nextToken() == null ? "" : "must be one JSON object and nothing behind it";
    }

    private static int depthChange(JsonToken token) {
        if (token.isStructStart()) {
            return 1;
        }
        return token.isStructEnd() ? -1 : 0;
    }

    private static boolean isBrokenText(JsonToken token, JsonParser parser) throws IOException {
        return (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && !NameRule.isText(parser.getText());
    }

    /** How many characters the number has without its exponent. */
    private static long written(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return number.length();
        }
        String digits = number.substring(e + 1);
        long exponent = digits.length() > 6 ? Integer.MAX_VALUE : Math.abs(Long.parseLong(digits));
        return e + exponent;
    }
}
