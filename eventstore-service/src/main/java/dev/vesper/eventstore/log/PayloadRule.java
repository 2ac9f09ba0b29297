package dev.vesper.eventstore.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Which texts may be payloads: what PostgreSQL takes as {@code jsonb}, and not so deep that it runs out of stack. */
public final class PayloadRule {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_LENGTH = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

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
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return "ends too early";
            }
            depth += depthChange(token);
            String complaint = value(token, parser);
            if (!complaint.isEmpty()) {
                return complaint;
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

    private static String value(JsonToken token, JsonParser parser) throws IOException {
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && !NameRule.isText(parser.getText())) {
            return "holds a character that is none: NUL or half a surrogate pair";
        }
        boolean fits = !token.isNumeric() || Math.abs(exponent(parser.getText())) <= MAX_NUMBER_LENGTH;
        return fits ? "" : "holds a number beyond what can be stored";
    }

    private static long exponent(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return 0;
        }
        String digits = number.substring(e + 1);
        return digits.length() > 6 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
