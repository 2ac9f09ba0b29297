package dev.vesper.simulation.world;

import dev.vesper.simulation.scheduling.Violation;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Says what does not hold. */
final class Promises {
    private Promises() {}

    static void expect(boolean holds, String what, @Nullable Object... about) {
        if (!holds) {
            throw new Violation(filled(what, about));
        }
    }

    private static String filled(String what, @Nullable Object... about) {
        String text = what;
        for (@Nullable Object part : about) {
            text = text.replaceFirst("%s", Matcher.quoteReplacement(String.valueOf(part)));
        }
        return text;
    }
}
