package dev.vesper.eventstore.sql;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement's text as JDBC wants it.
 *
 * @param text with a question mark for each place that names a parameter
 * @param parameters which parameter, from 0, belongs to each question mark
 */
record Placeholders(String text, List<Integer> parameters) {
    private static final Pattern NUMBERED = Pattern.compile("\\$([0-9]+)");

    /** @param numbered with parameters as PostgreSQL itself writes them: {@code $1} */
    static Placeholders of(String numbered) {
        var found = NUMBERED.matcher(numbered);
        List<Integer> parameters = found.results()
                .map((MatchResult parameter) -> Integer.parseInt(parameter.group(1)) - 1)
                .toList();
        return new Placeholders(NUMBERED.matcher(numbered).replaceAll("?"), parameters);
    }
}
