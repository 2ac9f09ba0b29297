package dev.vesper.oidc.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that pages are written in. */
public final class Languages {
    private static final Locale OTHERWISE = Locale.ENGLISH;
    private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    /** For {@code ui_locales_supported}. */
    public static List<String> tags() {
        return ALL.stream().map(Locale::toLanguageTag).toList();
    }

    /**
     * @param wanted BCP 47 tags in the order of preference ({@code ui_locales}; OpenID Connect Core 1.0, section 3.1.2.1)
     * @return empty when none of them is spoken here, which is no error
     */
    public static Optional<Locale> find(List<String> wanted) {
        return wanted.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .flatMap(language ->
                        ALL.stream().filter(spoken -> spoken.getLanguage().equals(language)))
                .findFirst();
    }

    /** @param accepted as a browser's {@code Accept-Language} says */
    static Locale ofBrowser(List<Locale> accepted) {
        return find(accepted.stream().map(Locale::toLanguageTag).toList()).orElse(OTHERWISE);
    }
}
