package dev.vesper.simulation.database;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement's text, and which parameter stands in each of its places.
 *
 * @param numbers from 1, in the order of the text; one may come more than once
 */
record NumberedText(String text, List<Integer> numbers) {
    private static final Pattern NUMBERED = Pattern.compile("\\$([0-9]+)");

    static NumberedText of(String text) {
        List<Integer> numbers = NUMBERED.matcher(text)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        return new NumberedText(text, numbers);
    }

    /** As JDBC has it. */
    String withQuestionMarks() {
        return NUMBERED.matcher(text).replaceAll("?");
    }

    int parameters() {
        return numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
