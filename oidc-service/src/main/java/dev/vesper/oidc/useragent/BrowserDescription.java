package dev.vesper.oidc.useragent;

import java.util.List;

/** A browser in words for people, from its User-Agent header. A guess; nothing is decided by it. */
public final class BrowserDescription {
    // The order matters: most browsers also claim to be those below them.
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Safari/", "Safari"});
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"Linux", "Linux"});

    private BrowserDescription() {}

    public static String of(String header) {
        return first(BROWSERS, header, "Unknown browser") + " on " + first(SYSTEMS, header, "unknown system");
    }

    private static String first(List<String[]> names, String header, String otherwise) {
        return names.stream()
                .filter(name -> header.contains(name[0]))
                .map(name -> name[1])
                .findFirst()
                .orElse(otherwise);
    }
}
